/** A reviewer's word on an application: pass, return, refuse. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
