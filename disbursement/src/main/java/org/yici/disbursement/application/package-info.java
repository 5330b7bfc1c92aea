/** One request for a grant from its filing to its end: states, transitions, policies, history. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.application;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
