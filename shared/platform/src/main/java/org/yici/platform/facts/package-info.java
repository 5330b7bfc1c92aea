/** The published language: facts, their outbox, and the one relay to Kafka. */
@NullMarked
@CheckReturnValue
package org.yici.platform.facts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
