/**
 * A WeChat Pay that is none: API v3, its notices, bills and the openid, with real keys, over loopback HTTP. It keeps what it
 * knows in memory and behaves as the real one is documented to.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.simulator.wechat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
