/** Real PostgreSQL and Kafka, started and stopped by this JVM. */
@NullMarked
@CheckReturnValue
package org.yici.engines;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
