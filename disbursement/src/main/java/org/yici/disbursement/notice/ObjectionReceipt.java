package org.yici.disbursement.notice;

import java.time.Instant;

/**
 * What whoever objected is given.
 *
 * @param secret reads the answer, together with the number
 * @param answerUrl where, both in it
 */
record ObjectionReceipt(String receipt, Instant at, String secret, String answerUrl) {

    static ObjectionReceipt of(String notice, FileObjection.Receipt filed, String secret, String publicUrl) {
        String query = "?receipt=" + filed.receipt() + "&secret=" + secret;
        return new ObjectionReceipt(
                filed.receipt(), filed.at(), secret, publicUrl + "/notices/" + notice + "/objections/answer" + query);
    }
}
