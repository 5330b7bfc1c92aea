package org.yici.donations.payment.order;

import java.time.LocalDate;
import java.util.List;

/** A provider's account of a day in Asia/Shanghai, line by line. */
public record Bill(String provider, LocalDate day, List<BillLine> lines) {}
