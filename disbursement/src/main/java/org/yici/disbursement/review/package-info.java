/** What is said of an application before it is decided: by the neighbours, and by a reviewer, who passes, returns or refuses it. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
