/**
 * WeChat Pay (API v3) by its official SDK: a code to scan, the script inside WeChat, the page for phone browsers. Switched on
 * by settings alone. What the SDK throws is sorted in {@link org.yici.donations.payment.wechat.WechatCalls}; its messages are
 * never logged, since they hold payers and signatures.
 */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.wechat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
