package org.yici.donations.payment.alipay;

import java.util.List;
import java.util.stream.Stream;
import org.yici.donations.payment.order.BillLine;

/** Makes lines of ours of a bill's text. */
interface BillReader {

    /**
     * Reads it whole.
     *
     * @throws UnbelievableBill when it contradicts itself, or ends too early
     */
    List<BillLine> read(Stream<String> text) throws UnbelievableBill;
}
