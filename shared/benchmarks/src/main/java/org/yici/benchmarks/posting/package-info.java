/** Journals posted inside one JVM, through the group commit alone: what the books take without an API in front of them. */
@NullMarked
@CheckReturnValue
package org.yici.benchmarks.posting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
