package org.yici.donations.payment.counter.line;

import org.jspecify.annotations.Nullable;

/**
 * What holds for the lines that do not say it themselves: a bank's statement names no method, and a village's list no
 * campaign.
 *
 * @param campaign its code; null when every line has to name one
 */
public record LineDefaults(CounterMethod method, @Nullable String campaign) {}
