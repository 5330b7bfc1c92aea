/** Due lists on staff's pages and in files. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.standing.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
