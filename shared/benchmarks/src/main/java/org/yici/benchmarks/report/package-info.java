/** The figures for people and for programs, and the limits they are to keep to. */
@NullMarked
@CheckReturnValue
package org.yici.benchmarks.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
