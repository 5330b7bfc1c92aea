/** The edge that every service shares: problem answers, language, strict JSON, idempotency, assets, page model. */
@NullMarked
@CheckReturnValue
package org.yici.platform.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
