package org.yici.ledger;

import static org.yici.ledger.AccountCode.BANK_MAIN;
import static org.yici.ledger.AccountCode.COST_PAYMENT_FEES;
import static org.yici.ledger.AccountCode.PAYABLE_REFUNDS;
import static org.yici.ledger.AccountCode.RECEIVABLE_CHARGEBACKS;
import static org.yici.ledger.AccountCode.TRANSIT_PAYOUTS;
import static org.yici.ledger.AccountCode.TREASURY_BANK;
import static org.yici.ledger.AccountCode.clearing;
import static org.yici.ledger.AccountCode.fund;
import static org.yici.ledger.AccountCode.payableAward;
import static org.yici.ledger.AccountCode.treasuryAppropriation;
import static org.yici.ledger.AccountCode.treasuryPayable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yici.proof.Commitment;

/**
 * Every way in which money can move, one method each with the reason why. Amounts are positive fen; {@code key} names the
 * cause, so that a repetition is recognised; a number called {@code gift}, {@code award} and so on is the sequence of that
 * journal. What a journal keeps private or remarks is added with {@link Journal#withPrivatePart} and
 * {@link Journal#withRemarks}.
 */
public final class MoneyMoves {

    /** The fund of administrative expenses, which covers what payment providers charge. */
    public static final FundCode ADMIN = FundCode.of("admin");

    private MoneyMoves() {}

    /** A gift is the fund's from the moment the provider has it; until settled, the provider owes it to us. */
    public static Journal giftReceived(
            String key, Instant at, String method, FundCode fund, CampaignCode campaign, Money amount) {
        return giftReceived(key, at, method, fund, campaign, amount, Map.of());
    }

    /** The same with what it keeps private, said at once: the one move that is made by the thousand. */
    public static Journal giftReceived(
            String key,
            Instant at,
            String method,
            FundCode fund,
            CampaignCode campaign,
            Money amount,
            Map<String, ?> privatePart) {
        return new Journal(
                JournalKind.DONATION,
                key,
                at,
                List.of(Entry.debit(clearing(method), amount), Entry.credit(fund(fund), amount)),
                null,
                null,
                null,
                campaign,
                Commitment.to(privatePart),
                Map.of());
    }

    /** The fund gives up what is to go back, at once, so that nobody can be granted it. Only unspent fen of the gift. */
    public static Journal refundDecided(
            String key, Instant at, long gift, FundCode fund, CampaignCode campaign, Money amount) {
        return move(JournalKind.REFUND, key, at, fund(fund), PAYABLE_REFUNDS, amount)
                .of(gift)
                .inCampaign(campaign);
    }

    /** The provider says the refund reached the donor: it owes us that much less. */
    public static Journal refundConfirmed(String key, Instant at, long refund, String method, Money amount) {
        return move(JournalKind.REFUND_PAID, key, at, PAYABLE_REFUNDS, clearing(method), amount)
                .of(refund);
    }

    /** The provider takes a gift back that is spent already: the charity is owed it, no fund shrinks for it. */
    public static Journal chargeback(String key, Instant at, long gift, String method, Money amount) {
        return move(JournalKind.REFUND_PAID, key, at, RECEIVABLE_CHARGEBACKS, clearing(method), amount)
                .of(gift);
    }

    /** What a refund still owed to the donor, his bank has taken itself: neither owes the other that part any more. */
    public static Journal refundSetOff(String key, Instant at, long refund, Money amount) {
        return move(JournalKind.REFUND_PAID, key, at, PAYABLE_REFUNDS, RECEIVABLE_CHARGEBACKS, amount)
                .of(refund);
    }

    /** A refund that was done comes back from the donor's bank: the provider has it again, and it is owed to the donor again. */
    public static Journal refundCameBack(String key, Instant at, long confirmation, String method, Money amount) {
        return move(JournalKind.CORRECTION, key, at, clearing(method), PAYABLE_REFUNDS, amount)
                .of(confirmation);
    }

    /**
     * The provider gives back what it had taken by force: what was owed is owed no more, the rest is the fund's again.
     *
     * @param owed and {@code rest}: one of them may be zero
     */
    public static Journal disputeWon(
            String key, Instant at, long dispute, String method, FundCode fund, Money owed, Money rest) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.debit(clearing(method), owed.plus(rest)));
        if (owed.isPositive()) {
            entries.add(Entry.credit(RECEIVABLE_CHARGEBACKS, owed));
        }
        if (rest.isPositive()) {
            entries.add(Entry.credit(fund(fund), rest));
        }
        return correction(key, at, dispute, entries);
    }

    /** The provider pays what it took in for us into the bank account. */
    public static Journal settlement(String key, Instant at, String method, Money amount) {
        return move(JournalKind.SETTLEMENT, key, at, BANK_MAIN, clearing(method), amount);
    }

    /** The bank could not take it in, and the provider has it again. */
    public static Journal settlementReturned(String key, Instant at, long settlement, String method, Money amount) {
        return move(JournalKind.SETTLEMENT, key, at, clearing(method), BANK_MAIN, amount)
                .of(settlement);
    }

    /** The provider keeps its charge. It is an entry of its own, never hidden in a gift's amount. */
    public static Journal feeCharged(String key, Instant at, String method, Money amount) {
        return move(JournalKind.FEE, key, at, COST_PAYMENT_FEES, clearing(method), amount);
    }

    /** The provider gives a charge back, with the refund of what it was for. */
    public static Journal feeReturned(String key, Instant at, String method, Money amount) {
        return move(JournalKind.FEE, key, at, clearing(method), COST_PAYMENT_FEES, amount);
    }

    /** {@code fund:admin} bears a charge, so that a restricted gift reaches its purpose whole. Until then it is owed. */
    public static Journal feeCovered(String key, Instant at, long fee, Money amount) {
        return move(JournalKind.FEE, key, at, fund(ADMIN), COST_PAYMENT_FEES, amount)
                .of(fee);
    }

    /** A charge that {@code fund:admin} had borne was given back by the provider: it is the fund's again. */
    public static Journal feeCoverReturned(String key, Instant at, long returned, Money amount) {
        return move(JournalKind.CORRECTION, key, at, COST_PAYMENT_FEES, fund(ADMIN), amount)
                .of(returned);
    }

    /** An approved grant leaves its funds and is owed to this one award: nobody can be paid from another's money. */
    public static Journal awardCommitted(
            String key, Instant at, GrantCode grant, AidKind aid, Map<FundCode, Money> shares) {
        List<Entry> entries = new ArrayList<>();
        shares.forEach((fund, share) -> entries.add(Entry.debit(fund(fund), share)));
        entries.add(Entry.credit(payableAward(grant), total(shares)));
        return Journal.draft(JournalKind.AWARD, key, at, entries).forGrant(grant, aid);
    }

    /** What will not be paid goes back to the funds that it came from, and is traced on from there. */
    public static Journal awardReleased(
            String key, Instant at, long award, GrantCode grant, AidKind aid, Map<FundCode, Money> shares) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.debit(payableAward(grant), total(shares)));
        shares.forEach((fund, share) -> entries.add(Entry.credit(fund(fund), share)));
        return Journal.draft(JournalKind.RELEASE, key, at, entries).of(award).forGrant(grant, aid);
    }

    /** The bank has the order: the award is no longer ours to pay again, nor has the bank account shrunk yet. */
    public static Journal payoutSent(String key, Instant at, long award, GrantCode grant, AidKind aid, Money amount) {
        return move(JournalKind.PAYOUT, key, at, payableAward(grant), TRANSIT_PAYOUTS, amount)
                .of(award)
                .forGrant(grant, aid);
    }

    /** The bank says that it paid. */
    public static Journal payoutConfirmed(
            String key, Instant at, long payout, GrantCode grant, AidKind aid, Money amount) {
        return move(JournalKind.PAYOUT_CONFIRMED, key, at, TRANSIT_PAYOUTS, BANK_MAIN, amount)
                .of(payout)
                .forGrant(grant, aid);
    }

    /** The bank could not pay, so it is owed to the award again and may be sent anew. */
    public static Journal payoutReturned(
            String key, Instant at, long payout, GrantCode grant, AidKind aid, Money amount) {
        return move(JournalKind.PAYOUT_RETURNED, key, at, TRANSIT_PAYOUTS, payableAward(grant), amount)
                .of(payout)
                .forGrant(grant, aid);
    }

    /** A payment that was confirmed comes back to the bank account, days later: owed to the award again. */
    public static Journal confirmedPayoutReturned(
            String key, Instant at, long confirmation, GrantCode grant, AidKind aid, Money amount) {
        return move(JournalKind.PAYOUT_RETURNED, key, at, BANK_MAIN, payableAward(grant), amount)
                .of(confirmation)
                .forGrant(grant, aid);
    }

    /**
     * A household gives back what it did not use as was agreed (慈善法 §60): its funds have it again, and it is traced on from
     * there. The ledger lets no more come back than that payout had paid.
     */
    public static Journal grantReturned(
            String key, Instant at, long confirmation, GrantCode grant, AidKind aid, Map<FundCode, Money> shares) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.debit(BANK_MAIN, total(shares)));
        shares.forEach((fund, share) -> entries.add(Entry.credit(fund(fund), share)));
        return Journal.draft(JournalKind.GRANT_RETURNED, key, at, entries)
                .of(confirmation)
                .forGrant(grant, aid);
    }

    /** Left-over money goes to a similar purpose (慈善法 §58). It is no new gift: the trace follows it into the fund. */
    public static Journal transfer(String key, Instant at, FundCode from, FundCode to, Money amount) {
        return move(JournalKind.TRANSFER, key, at, fund(from), fund(to), amount);
    }

    /** Puts a mistake right with a new journal that names it; what was posted stays as it was. */
    public static Journal correction(String key, Instant at, long mistaken, List<Entry> entries) {
        return Journal.draft(JournalKind.CORRECTION, key, at, entries).of(mistaken);
    }

    /** The treasury gives money for one scheme. It is no gift and no income of the charity. */
    public static Journal treasuryAppropriated(String key, Instant at, SchemeCode scheme, Money amount) {
        return move(JournalKind.TREASURY_APPROPRIATION, key, at, TREASURY_BANK, treasuryAppropriation(scheme), amount);
    }

    /** A due list is fixed: what it says is owed to entitled people, and no other list can claim it. */
    public static Journal treasuryDue(String key, Instant at, SchemeCode scheme, Money amount) {
        return move(JournalKind.TREASURY_DUE, key, at, treasuryAppropriation(scheme), treasuryPayable(scheme), amount);
    }

    /** The bank says that it paid a due list. */
    public static Journal treasuryPaid(String key, Instant at, long due, SchemeCode scheme, Money amount) {
        return move(JournalKind.TREASURY_PAID, key, at, treasuryPayable(scheme), TREASURY_BANK, amount)
                .of(due);
    }

    /** What the bank could not pay is owed to those people again. */
    public static Journal treasuryReturned(String key, Instant at, long paid, SchemeCode scheme, Money amount) {
        return move(JournalKind.TREASURY_RETURNED, key, at, TREASURY_BANK, treasuryPayable(scheme), amount)
                .of(paid);
    }

    /** What was paid too much came back from people: the scheme has it again, and nobody is owed it. */
    public static Journal treasuryGivenBack(String key, Instant at, SchemeCode scheme, Money amount) {
        return move(JournalKind.TREASURY_RETURNED, key, at, TREASURY_BANK, treasuryAppropriation(scheme), amount);
    }

    /** Commits to a fact without moving anything: a notice's hash, a month's statement, an export. */
    public static Journal statement(String key, Instant at, Map<String, ?> privatePart) {
        return Journal.draft(JournalKind.STATEMENT, key, at, List.of()).withPrivatePart(privatePart);
    }

    private static Journal move(
            JournalKind kind, String key, Instant at, AccountCode debited, AccountCode credited, Money amount) {
        return Journal.draft(kind, key, at, List.of(Entry.debit(debited, amount), Entry.credit(credited, amount)));
    }

    private static Money total(Map<FundCode, Money> shares) {
        return shares.values().stream().reduce(Money.ZERO, Money::plus);
    }
}
