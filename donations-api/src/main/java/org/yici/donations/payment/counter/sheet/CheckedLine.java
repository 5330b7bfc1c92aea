package org.yici.donations.payment.counter.sheet;

import org.jspecify.annotations.Nullable;
import org.yici.donations.payment.counter.line.LineFate;

/** @param row of the sheet, as its program shows it; null for a line that was typed */
public record CheckedLine(@Nullable Integer row, LineFate fate) {}
