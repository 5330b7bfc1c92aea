package org.yici.disbursement.standard;

import org.springframework.context.MessageSourceResolvable;
import org.yici.ledger.FundCode;

/** A fund as an argument of a sentence: read by its name, or by its code where the house has no name for it. */
public record FundName(FundCode code) implements MessageSourceResolvable {

    @Override
    public String[] getCodes() {
        return new String[] {"fund." + code.value()};
    }

    @Override
    public String getDefaultMessage() {
        return code.value();
    }
}
