package org.yici.standalone.story;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The bank: reads the order that the cashier sends, and answers in its own formats. */
final class BankFile {

    private static final Pattern END_TO_END = Pattern.compile("<(?:\\w+:)?EndToEndId>([^<]+)<");

    private BankFile() {}

    /** The payments of a pain.001 order. */
    static List<String> ordered(String pain001) {
        Matcher matcher = END_TO_END.matcher(pain001);
        return matcher.results().map(found -> found.group(1)).toList();
    }

    /** ISO 20022 pain.002 about that batch: every payment with the bank's word for its state, ACSC settled or RJCT refused. */
    static String pain002(String batch, List<String> payments, String word) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
                  <CstmrPmtStsRpt>
                    <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2018-05-04T10:00:00+08:00</CreDtTm></GrpHdr>
                    <OrgnlGrpInfAndSts><OrgnlMsgId>%1$s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                    <OrgnlPmtInfAndSts>
                      <OrgnlPmtInfId>%1$s</OrgnlPmtInfId>
                %2$s
                    </OrgnlPmtInfAndSts>
                  </CstmrPmtStsRpt>
                </Document>
                """.formatted(
                        batch,
                        payments.stream()
                                .map(id -> "<TxInfAndSts><OrgnlEndToEndId>" + id + "</OrgnlEndToEndId><TxSts>" + word
                                        + "</TxSts></TxInfAndSts>")
                                .collect(Collectors.joining("\n")));
    }

    /** The table of a small bank's counter. */
    static String csv(List<String> payments, String word) {
        return "endToEndId,status\r\n"
                + payments.stream().map(id -> id + "," + word + "\r\n").collect(Collectors.joining());
    }
}
