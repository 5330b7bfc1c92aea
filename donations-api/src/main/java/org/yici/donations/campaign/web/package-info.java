/** Campaigns as pages, QR codes and JSON. */
@NullMarked
@CheckReturnValue
package org.yici.donations.campaign.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
