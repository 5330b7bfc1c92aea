package org.yici.donations.payment.reconciliation.statement;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.BalanceType10Choice;
import com.prowidesoftware.swift.model.mx.dic.BalanceType13;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerStatementV08;
import com.prowidesoftware.swift.model.mx.dic.CashAccount39;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.DateTimePeriod1;
import com.prowidesoftware.swift.model.mx.dic.EntryDetails9;
import com.prowidesoftware.swift.model.mx.dic.EntryStatus1Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader81;
import com.prowidesoftware.swift.model.mx.dic.Party40Choice;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.TransactionParties6;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A camt.053.001.08 of the account, made with the standard's own library. Its closing balance is right unless said otherwise. */
public final class CamtOf {

    public static final String ACCOUNT = "2200100000004711";

    private final LocalDate from;
    private final LocalDate to;
    private final long opening;
    private final AccountStatement9 statement = new AccountStatement9();
    private String currency = "CNY";
    private long moved;
    private Long closing;

    public CamtOf(LocalDate from, LocalDate to, long openingFen) {
        this.from = from;
        this.to = to;
        this.opening = openingFen;
    }

    public CamtOf in(LocalDate day, long fen, String number, String payer, String text) {
        return entry(day, fen, CreditDebitCode.CRDT, number, payer, text, false, "BOOK");
    }

    public CamtOf out(LocalDate day, long fen, String number, String payee) {
        return entry(day, fen, CreditDebitCode.DBIT, number, payee, "", false, "BOOK");
    }

    public CamtOf cameBack(LocalDate day, long fen, String number) {
        return entry(day, fen, CreditDebitCode.CRDT, number, "", "户名不符", true, "BOOK");
    }

    public CamtOf pending(LocalDate day, long fen, String number) {
        entry(day, fen, CreditDebitCode.CRDT, number, "", "", false, "PDNG");
        moved -= fen;
        return this;
    }

    public CamtOf currency(String other) {
        currency = other;
        return this;
    }

    public CamtOf closing(long fen) {
        closing = fen;
        return this;
    }

    private CamtOf entry(
            LocalDate day,
            long fen,
            CreditDebitCode way,
            String number,
            String party,
            String text,
            boolean reversal,
            String status) {
        Party40Choice named = new Party40Choice().setPty(new PartyIdentification135().setNm(party));
        TransactionParties6 parties = new TransactionParties6();
        EntryTransaction10 transaction = new EntryTransaction10()
                .setRefs(new TransactionReferences6().setEndToEndId("NOTPROVIDED"))
                .setRltdPties(way == CreditDebitCode.CRDT ? parties.setDbtr(named) : parties.setCdtr(named))
                .setRmtInf(new RemittanceInformation16().addUstrd(text));
        statement.addNtry(new ReportEntry10()
                .setAmt(amount(fen))
                .setCdtDbtInd(way)
                .setRvslInd(reversal)
                .setSts(new EntryStatus1Choice().setCd(status))
                .setBookgDt(new DateAndDateTime2Choice().setDt(day))
                .setAcctSvcrRef(number)
                .addNtryDtls(new EntryDetails9().addTxDtls(transaction)));
        moved += way == CreditDebitCode.CRDT ? fen : -fen;
        return this;
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    public String text() {
        statement
                .setId("S" + from)
                .setCreDtTm(to.atTime(23, 0).atOffset(ZoneOffset.ofHours(8)))
                .setFrToDt(new DateTimePeriod1()
                        .setFrDtTm(from.atStartOfDay().atOffset(ZoneOffset.ofHours(8)))
                        .setToDtTm(to.atTime(23, 59, 59).atOffset(ZoneOffset.ofHours(8))))
                .setAcct(new CashAccount39()
                        .setId(new AccountIdentification4Choice()
                                .setOthr(new GenericAccountIdentification1().setId(ACCOUNT)))
                        .setCcy(currency))
                .addBal(balance("OPBD", opening, from))
                .addBal(balance("CLBD", closing == null ? opening + moved : closing, to));
        return new MxCamt05300108()
                .setBkToCstmrStmt(new BankToCustomerStatementV08()
                        .setGrpHdr(new GroupHeader81()
                                .setMsgId("M" + from)
                                .setCreDtTm(to.atTime(23, 0).atOffset(ZoneOffset.ofHours(8))))
                        .addStmt(statement))
                .message();
    }

    private CashBalance8 balance(String kind, long fen, LocalDate day) {
        return new CashBalance8()
                .setTp(new BalanceType13().setCdOrPrtry(new BalanceType10Choice().setCd(kind)))
                .setAmt(amount(Math.abs(fen)))
                .setCdtDbtInd(fen < 0 ? CreditDebitCode.DBIT : CreditDebitCode.CRDT)
                .setDt(new DateAndDateTime2Choice().setDt(day));
    }

    private ActiveOrHistoricCurrencyAndAmount amount(long fen) {
        return new ActiveOrHistoricCurrencyAndAmount().setCcy(currency).setValue(BigDecimal.valueOf(fen, 2));
    }
}
