package org.yici.ledger;

import static org.yici.ledger.AccountCode.BANK_MAIN;
import static org.yici.ledger.AccountCode.COST_PAYMENT_FEES;
import static org.yici.ledger.AccountCode.PAYABLE_REFUNDS;
import static org.yici.ledger.AccountCode.TRANSIT_PAYOUTS;
import static org.yici.ledger.SmallWorld.CAMPAIGN;
import static org.yici.ledger.SmallWorld.NOON;
import static org.yici.ledger.SmallWorld.fen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.yici.ledger.Story.Line;

/** Every money move, made from a throw of the dice, with the model's own word on whether it is possible. */
final class Moves {

    static final List<FundCode> FUNDS =
            List.of(MoneyMoves.ADMIN, FundCode.of("poverty-relief"), FundCode.of("daily-kindness"));
    private static final List<SchemeCode> SCHEMES = List.of(SchemeCode.of("tekun"), SchemeCode.of("dibao"));
    private static final AidKind AID = AidKind.HARDSHIP;

    private final Story story;
    private final Map<Long, GrantCode> grants = new LinkedHashMap<>();
    private final List<Long> costs = new ArrayList<>();
    private final List<Long> dues = new ArrayList<>();
    private final Map<Long, Paid> confirmed = new LinkedHashMap<>();

    /** A confirmed payout, and how much of it has not come back. */
    private record Paid(long award, int left) {}

    Moves(Story story) {
        this.story = story;
    }

    Line gift(int die) {
        FundCode fund = FUNDS.get(die % 3);
        int amount = die / 3 % 50 + 1;
        Journal journal = MoneyMoves.giftReceived("gift/" + story.next(), NOON, "sandbox", fund, CAMPAIGN, fen(amount));
        return new Line(journal, null, sequence -> story.history.gift(sequence, fund, amount));
    }

    Line award(int die) {
        Map<FundCode, Integer> shares = new TreeMap<>();
        shares.put(FUNDS.get(die % 3), die / 3 % 60 + 1);
        if (die / 180 % 2 == 1) {
            shares.put(FUNDS.get((die + 1) % 3), die / 360 % 30 + 1);
        }
        return award(shares);
    }

    private Line award(Map<FundCode, Integer> shares) {
        String word = story.next();
        GrantCode grant = GrantCode.of("G-" + word);
        boolean enough =
                shares.entrySet().stream().allMatch(share -> story.history.has(share.getKey()) >= share.getValue());
        return new Line(
                MoneyMoves.awardCommitted("award/" + word, NOON, grant, AID, money(shares)),
                enough ? null : PostingReason.FLOOR,
                sequence -> {
                    story.history.award(sequence, shares);
                    grants.put(sequence, grant);
                });
    }

    Line release(int die) {
        long award = pick(List.copyOf(grants.keySet()), die);
        FundCode fund = story.history
                .fundsOf(award)
                .get(die / 7 % story.history.fundsOf(award).size());
        int held = story.history.heldBy(award, fund);
        int amount = die / 11 % (held + 2) + 1;
        PostingReason otherwise = amount > held
                ? PostingReason.OVER_RELEASED
                : story.has(AccountCode.payableAward(grants.get(award)), amount) ? null : PostingReason.FLOOR;
        return new Line(
                MoneyMoves.awardReleased(
                        "release/" + story.next(), NOON, award, grants.get(award), AID, Map.of(fund, fen(amount))),
                otherwise,
                sequence -> story.history.release(award, fund, amount));
    }

    Line refund(int die) {
        long gift = pick(story.history.gifts(), die);
        int amount = die / 5 % 40 + 1;
        return new Line(
                MoneyMoves.refundDecided(
                        "refund/" + story.next(), NOON, gift, story.history.fundOf(gift), CAMPAIGN, fen(amount)),
                story.history.refundable(gift) >= amount ? null : PostingReason.SPENT,
                sequence -> story.history.refund(gift, amount));
    }

    Line refundOfNothing(int die) {
        return new Line(
                MoneyMoves.refundDecided(
                        "refund/" + story.next(), NOON, 999_999_999L, FUNDS.get(die % 3), CAMPAIGN, fen(1)),
                PostingReason.UNKNOWN_ORIGIN,
                sequence -> {});
    }

    Line refundConfirmed(int die) {
        int amount = die % 40 + 1;
        Journal journal = MoneyMoves.refundConfirmed(
                "refund-paid/" + story.next(), NOON, pick(story.history.gifts(), die), "sandbox", fen(amount));
        return floored(journal, PAYABLE_REFUNDS, amount);
    }

    Line chargeback(int die) {
        return free(MoneyMoves.chargeback(
                "chargeback/" + story.next(), NOON, pick(story.history.gifts(), die), "sandbox", fen(die % 9 + 1)));
    }

    Line refundSetOff(int die) {
        int amount = die % 40 + 1;
        Journal journal =
                MoneyMoves.refundSetOff("set-off/" + story.next(), NOON, pick(story.history.gifts(), die), fen(amount));
        return floored(journal, PAYABLE_REFUNDS, amount);
    }

    Line refundCameBack(int die) {
        return free(MoneyMoves.refundCameBack(
                "came-back/" + story.next(), NOON, pick(story.history.gifts(), die), "sandbox", fen(die % 9 + 1)));
    }

    /** What comes back to the fund lies at the end of the line, as a gift of its own. */
    Line disputeWon(int die) {
        FundCode fund = FUNDS.get(die % 3);
        int owed = die / 3 % 5;
        int rest = owed == 0 ? die / 15 % 5 + 1 : die / 15 % 5;
        return new Line(
                MoneyMoves.disputeWon(
                        "won/" + story.next(),
                        NOON,
                        pick(story.history.gifts(), die),
                        "sandbox",
                        fund,
                        fen(owed),
                        fen(rest)),
                null,
                sequence -> {
                    if (rest > 0) {
                        story.history.gift(sequence, fund, rest);
                    }
                });
    }

    /** The admin fund's again; it lies at the end of the line, as a gift of its own. */
    Line feeCoverReturned(int die) {
        int amount = die % 9 + 1;
        return new Line(
                MoneyMoves.feeCoverReturned("uncovered/" + story.next(), NOON, pick(costs, die), fen(amount)),
                null,
                sequence -> story.history.gift(sequence, MoneyMoves.ADMIN, amount));
    }

    Line settlementReturned(int die) {
        int amount = die % 60 + 1;
        Journal journal = MoneyMoves.settlementReturned(
                "unsettled/" + story.next(), NOON, pick(story.history.gifts(), die), "sandbox", fen(amount));
        return floored(journal, BANK_MAIN, amount);
    }

    Line settlement(int die) {
        return free(MoneyMoves.settlement("settlement/" + story.next(), NOON, "sandbox", fen(die % 90 + 1)));
    }

    Line fee(int die) {
        Journal journal = MoneyMoves.feeCharged("fee/" + story.next(), NOON, "sandbox", fen(die % 20 + 1));
        return new Line(journal, null, costs::add);
    }

    Line feeCovered(int die) {
        int amount = die % 30 + 1;
        return new Line(
                MoneyMoves.feeCovered("covered/" + story.next(), NOON, pick(costs, die), fen(amount)),
                story.history.has(MoneyMoves.ADMIN) >= amount ? null : PostingReason.FLOOR,
                sequence -> story.history.cost(MoneyMoves.ADMIN, amount));
    }

    Line payoutSent(int die) {
        return payoutSent(pick(List.copyOf(grants.keySet()), die), die / 3 % 60 + 1);
    }

    private Line payoutSent(long award, int amount) {
        Journal journal =
                MoneyMoves.payoutSent("payout/" + story.next(), NOON, award, grants.get(award), AID, fen(amount));
        return floored(journal, AccountCode.payableAward(grants.get(award)), amount);
    }

    Line payoutConfirmed(int die) {
        return payoutConfirmed(pick(List.copyOf(grants.keySet()), die), die / 3 % 60 + 1);
    }

    /** One move after the other: somebody is helped whole, and gives something back. Dice alone hardly ever come to that. */
    List<Supplier<Line>> helpedAndGivenBack(int die) {
        int amount = die / 3 % 50 + 1;
        return List.of(
                () -> gift(die),
                () -> settlement(89),
                () -> award(Map.of(FUNDS.get(die % 3), amount)),
                () -> payoutSent(newestAward(), amount),
                () -> payoutConfirmed(newestAward(), amount),
                () -> grantReturned(die));
    }

    private long newestAward() {
        return grants.keySet().stream().reduce((first, last) -> last).orElseThrow();
    }

    private Line payoutConfirmed(long award, int amount) {
        Journal journal = MoneyMoves.payoutConfirmed(
                "confirmed/" + story.next(), NOON, award, grants.get(award), AID, fen(amount));
        boolean possible = story.has(TRANSIT_PAYOUTS, amount) && story.has(BANK_MAIN, amount);
        return new Line(
                journal,
                possible ? null : PostingReason.FLOOR,
                sequence -> confirmed.put(sequence, new Paid(award, amount)));
    }

    /** From the household, to one of the award's funds: no more than was paid, nor than that fund still bears of it. */
    Line grantReturned(int die) {
        long payout = pick(List.copyOf(confirmed.keySet()), die);
        Paid paid = confirmed.get(payout);
        List<FundCode> funds = story.history.fundsOf(paid.award());
        FundCode fund = funds.get(die / 7 % funds.size());
        int amount = die / 11 % (paid.left() + 2) + 1;
        boolean possible = amount <= paid.left() && amount <= story.history.heldBy(paid.award(), fund);
        return new Line(
                MoneyMoves.grantReturned(
                        "given-back/" + story.next(),
                        NOON,
                        payout,
                        grants.get(paid.award()),
                        AID,
                        Map.of(fund, fen(amount))),
                possible ? null : PostingReason.OVER_RELEASED,
                sequence -> {
                    confirmed.put(payout, new Paid(paid.award(), paid.left() - amount));
                    story.history.release(paid.award(), fund, amount);
                });
    }

    /** Nothing was paid by that journal: it is an award. */
    Line grantReturnedUnpaid(int die) {
        long award = pick(List.copyOf(grants.keySet()), die);
        return new Line(
                MoneyMoves.grantReturned(
                        "given-back/" + story.next(),
                        NOON,
                        award,
                        grants.get(award),
                        AID,
                        Map.of(story.history.fundsOf(award).get(0), fen(1))),
                PostingReason.UNKNOWN_ORIGIN,
                sequence -> {});
    }

    /** The bank sends it back after all: no more of it than is still paid. */
    Line paidPayoutReturned(int die) {
        long payout = pick(List.copyOf(confirmed.keySet()), die);
        Paid paid = confirmed.get(payout);
        int amount = die / 11 % (paid.left() + 2) + 1;
        return new Line(
                MoneyMoves.confirmedPayoutReturned(
                        "paid-back/" + story.next(), NOON, payout, grants.get(paid.award()), AID, fen(amount)),
                amount <= paid.left() ? null : PostingReason.OVER_RELEASED,
                sequence -> confirmed.put(payout, new Paid(paid.award(), paid.left() - amount)));
    }

    Line payoutReturned(int die) {
        long award = pick(List.copyOf(grants.keySet()), die);
        int amount = die / 3 % 60 + 1;
        Journal journal =
                MoneyMoves.payoutReturned("returned/" + story.next(), NOON, award, grants.get(award), AID, fen(amount));
        return floored(journal, TRANSIT_PAYOUTS, amount);
    }

    Line confirmedPayoutReturned(int die) {
        long award = pick(List.copyOf(grants.keySet()), die);
        return free(MoneyMoves.confirmedPayoutReturned(
                "back/" + story.next(), NOON, award, grants.get(award), AID, fen(die % 9 + 1)));
    }

    Line treasuryAppropriated(int die) {
        return free(MoneyMoves.treasuryAppropriated(
                "appropriation/" + story.next(), NOON, SCHEMES.get(die % 2), fen(die / 2 % 90 + 1)));
    }

    Line treasuryDue(int die) {
        SchemeCode scheme = SCHEMES.get(die % 2);
        int amount = die / 2 % 60 + 1;
        Journal journal = MoneyMoves.treasuryDue("due/" + story.next(), NOON, scheme, fen(amount));
        return new Line(
                journal,
                story.has(AccountCode.treasuryAppropriation(scheme), amount) ? null : PostingReason.FLOOR,
                dues::add);
    }

    Line treasuryPaid(int die) {
        SchemeCode scheme = SCHEMES.get(die % 2);
        int amount = die / 2 % 60 + 1;
        Journal journal =
                MoneyMoves.treasuryPaid("due-paid/" + story.next(), NOON, pick(dues, die), scheme, fen(amount));
        return floored(journal, AccountCode.treasuryPayable(scheme), amount);
    }

    /** What comes back is owed again; the special account only grows by it. */
    Line treasuryReturned(int die) {
        return free(MoneyMoves.treasuryReturned(
                "due-back/" + story.next(), NOON, pick(dues, die), SCHEMES.get(die % 2), fen(die / 2 % 9 + 1)));
    }

    Line transfer(int die) {
        FundCode from = FUNDS.get(die % 3);
        FundCode to = FUNDS.get((die + 1) % 3);
        int amount = die / 3 % 60 + 1;
        return new Line(
                MoneyMoves.transfer("transfer/" + story.next(), NOON, from, to, fen(amount)),
                story.history.has(from) >= amount ? null : PostingReason.FLOOR,
                sequence -> story.history.transfer(from, to, amount));
    }

    /** The gift was booked too high: it gives up its own unspent fen. */
    Line correctedDown(int die) {
        long gift = pick(story.history.gifts(), die);
        int amount = die / 5 % 40 + 1;
        FundCode fund = story.history.fundOf(gift);
        List<Entry> entries = List.of(
                Entry.debit(AccountCode.fund(fund), fen(amount)),
                Entry.credit(AccountCode.clearing("sandbox"), fen(amount)));
        return new Line(
                MoneyMoves.correction("correction/" + story.next(), NOON, gift, entries),
                story.history.refundable(gift) >= amount ? null : PostingReason.SPENT,
                sequence -> story.history.refund(gift, amount));
    }

    /** The gift was booked too low: the rest lies at the end of the line, as a gift of its own. */
    Line correctedUp(int die) {
        long gift = pick(story.history.gifts(), die);
        int amount = die / 5 % 40 + 1;
        FundCode fund = story.history.fundOf(gift);
        List<Entry> entries = List.of(
                Entry.debit(AccountCode.clearing("sandbox"), fen(amount)),
                Entry.credit(AccountCode.fund(fund), fen(amount)));
        return new Line(
                MoneyMoves.correction("correction/" + story.next(), NOON, gift, entries),
                null,
                sequence -> story.history.gift(sequence, fund, amount));
    }

    Line statement() {
        return free(MoneyMoves.statement("statement/" + story.next(), NOON, Map.of("hash", "00")));
    }

    /** Something that only the cost account and a clearing account know of. */
    Line correctedFee(int die) {
        List<Entry> entries = List.of(
                Entry.debit(AccountCode.clearing("sandbox"), fen(die % 9 + 1)),
                Entry.credit(COST_PAYMENT_FEES, fen(die % 9 + 1)));
        return free(MoneyMoves.correction("correction/" + story.next(), NOON, pick(costs, die), entries));
    }

    boolean hasGifts() {
        return !story.history.gifts().isEmpty();
    }

    boolean hasAwards() {
        return !grants.isEmpty();
    }

    boolean hasPaid() {
        return !confirmed.isEmpty();
    }

    boolean hasCosts() {
        return !costs.isEmpty();
    }

    boolean hasDues() {
        return !dues.isEmpty();
    }

    private Line floored(Journal journal, AccountCode account, int amount) {
        return new Line(journal, story.has(account, amount) ? null : PostingReason.FLOOR, sequence -> {});
    }

    private static Line free(Journal journal) {
        return new Line(journal, null, sequence -> {});
    }

    private static long pick(List<Long> from, int die) {
        return from.get(die / 13 % from.size());
    }

    private static Map<FundCode, Money> money(Map<FundCode, Integer> shares) {
        Map<FundCode, Money> money = new TreeMap<>();
        shares.forEach((fund, amount) -> money.put(fund, fen(amount)));
        return money;
    }
}
