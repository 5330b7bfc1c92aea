/** The register's lists in and out: what clerks bring, what a person has to decide, and every list as a sheet. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.register;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
