/** The text of WeChat Pay's bills of a day, read into lines. Pure: nothing is fetched here. */
@NullMarked
@CheckReturnValue
package org.yici.donations.payment.wechat.bill;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
