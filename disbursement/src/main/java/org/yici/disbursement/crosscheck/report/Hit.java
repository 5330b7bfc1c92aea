package org.yici.disbursement.crosscheck.report;

import java.util.UUID;
import org.yici.disbursement.crosscheck.extract.ExtractId;
import org.yici.disbursement.crosscheck.extract.ExtractRow;

/**
 * A row of an extract that is about somebody on the register.
 *
 * @param name of that person, as the register has it
 */
public record Hit(UUID household, UUID member, String name, ExtractId extract, ExtractRow row) {

    @Override
    public String toString() {
        return "extract " + extract + " " + row;
    }
}
