package org.yici.disbursement.payout;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GenericFinancialIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.yici.disbursement.payout.PayoutFile.Debtor;
import org.yici.disbursement.payout.PayoutFile.Payment;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;

/** ISO 20022 pain.001.001.09: a customer's order to its bank to pay. The same batch always gives the same file. */
final class Pain001 {

    /** The standard's own word where an agent's code is agreed with the bank instead. */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private Pain001() {}

    static String write(Payout payout, Debtor debtor, List<Payment> payments) {
        String count = Integer.toString(payments.size());
        PaymentInstruction30 instruction = new PaymentInstruction30()
                .setPmtInfId(payout.code())
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setNbOfTxs(count)
                .setCtrlSum(yuan(payout.total()))
                .setReqdExctnDt(
                        new DateAndDateTime2Choice().setDt(LocalDate.ofInstant(payout.madeAt(), ProgramClock.CHINA)))
                .setDbtr(new PartyIdentification135().setNm(debtor.name()))
                .setDbtrAcct(account(debtor.account()))
                .setDbtrAgt(new BranchAndFinancialInstitutionIdentification6()
                        .setFinInstnId(new FinancialInstitutionIdentification18()
                                .setOthr(new GenericFinancialIdentification1().setId(NOT_PROVIDED))));
        payments.forEach(payment -> instruction.addCdtTrfTxInf(transfer(payment)));
        GroupHeader85 header = new GroupHeader85()
                .setMsgId(payout.code())
                .setCreDtTm(payout.madeAt().atZone(ProgramClock.CHINA).toOffsetDateTime())
                .setNbOfTxs(count)
                .setCtrlSum(yuan(payout.total()))
                .setInitgPty(new PartyIdentification135().setNm(debtor.name()));
        return new MxPain00100109()
                .setCstmrCdtTrfInitn(new CustomerCreditTransferInitiationV09()
                        .setGrpHdr(header)
                        .addPmtInf(instruction))
                .message();
    }

    private static CreditTransferTransaction34 transfer(Payment payment) {
        return new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6()
                        .setInstrId(payment.endToEnd())
                        .setEndToEndId(payment.endToEnd()))
                .setAmt(new AmountType4Choice()
                        .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .setCcy(Money.CURRENCY)
                                .setValue(yuan(payment.amount()))))
                .setCdtr(new PartyIdentification135().setNm(payment.name()))
                .setCdtrAcct(account(payment.account()))
                .setRmtInf(new RemittanceInformation16().addUstrd(payment.grant()));
    }

    private static CashAccount38 account(String number) {
        return new CashAccount38()
                .setId(new AccountIdentification4Choice().setOthr(new GenericAccountIdentification1().setId(number)));
    }

    private static BigDecimal yuan(Money money) {
        return BigDecimal.valueOf(money.fen(), 2);
    }
}
