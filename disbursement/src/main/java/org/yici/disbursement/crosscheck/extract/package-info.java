/** Extracts of departments: read, kept sealed with their date and source, erased in time. */
@NullMarked
@CheckReturnValue
package org.yici.disbursement.crosscheck.extract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
