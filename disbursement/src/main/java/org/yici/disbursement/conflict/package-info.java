/** Who is related to a household and so has no part in its grants, by work or by gift (慈善法 §40, §59). */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.conflict;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
