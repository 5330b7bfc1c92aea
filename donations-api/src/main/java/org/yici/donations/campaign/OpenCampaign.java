package org.yici.donations.campaign;

import static org.yici.donations.campaign.CampaignState.Step.CLOSING;
import static org.yici.donations.campaign.CampaignState.Step.OPENING;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yici.ledger.CampaignCode;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.database.Transactions;
import org.yici.platform.facts.Fact;
import org.yici.platform.facts.FactOutbox;
import org.yici.platform.facts.Wire;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.outcome.Refusal;
import reactor.core.publisher.Mono;

/**
 * Files, opens and closes campaigns, and tells the public so. Each step is done once however often it is asked for.
 */
@Component
public final class OpenCampaign {

    private final Campaigns campaigns;
    private final Transactions transactions;
    private final FactOutbox facts;
    private final ProgramClock clock;

    OpenCampaign(Campaigns campaigns, Transactions transactions, FactOutbox facts, ProgramClock clock) {
        this.campaigns = campaigns;
        this.transactions = transactions;
        this.facts = facts;
        this.clock = clock;
    }

    /** Puts a campaign's plan on file. The same plan again changes nothing; another plan under its code is refused. */
    public Mono<Outcome<Campaign>> file(Campaign plan) {
        return transactions.inOne(() -> fileNow(plan.in(CampaignState.FILED)));
    }

    /** Files a campaign and opens it, in one step: {@link #file} and {@link #open}. */
    public Mono<Outcome<Campaign>> fileAndOpen(Campaign plan) {
        return transactions.inOne(() -> fileNow(plan.in(CampaignState.FILED))
                .flatMap(filed -> filed.fold(campaign -> openNow(campaign.code()), r -> Mono.just(filed))));
    }

    /**
     * Lets people give: publishes {@code fund-opened} where the fund is new, and {@code campaign-opened}. Refused without
     * qualification, filing number or contact ({@link OpeningPolicy}).
     */
    public Mono<Outcome<Campaign>> open(CampaignCode code) {
        return transactions.inOne(() -> openNow(code));
    }

    /** Ends a campaign and publishes {@code campaign-closed}, if it was ever open to the public. */
    public Mono<Outcome<Campaign>> close(CampaignCode code) {
        return transactions.inOne(() -> campaigns
                .lock(code)
                .flatMap(campaign -> campaign.state() == CampaignState.CLOSED
                        ? Mono.just(Outcome.done(campaign))
                        : closeNow(campaign))
                .defaultIfEmpty(Outcome.refused(CampaignReason.UNKNOWN)));
    }

    private Mono<Outcome<Campaign>> fileNow(Campaign plan) {
        return campaigns
                .insertFund(plan.fund())
                .flatMap(newFund -> newFund
                        ? facts.publish(
                                new Fact.FundOpened(
                                        plan.fund().code().value(), plan.fund().name()),
                                0,
                                clock.instant())
                        : Mono.just(0L))
                .then(campaigns.insert(plan))
                .flatMap(inserted -> inserted ? Mono.just(Outcome.done(plan)) : sameAsBefore(plan));
    }

    private Mono<Outcome<Campaign>> sameAsBefore(Campaign plan) {
        return campaigns
                .lock(plan.code())
                .map(before -> before.in(CampaignState.FILED).equals(plan)
                        ? Outcome.done(before)
                        : Outcome.refused(CampaignReason.CODE_TAKEN));
    }

    private Mono<Outcome<Campaign>> openNow(CampaignCode code) {
        return campaigns
                .lock(code)
                .flatMap(campaign -> campaign.state() == CampaignState.OPEN
                        ? Mono.just(Outcome.done(campaign))
                        : decideOpening(campaign).fold(this::announce, r -> Mono.just(Outcome.<Campaign>refused(r))))
                .defaultIfEmpty(Outcome.refused(CampaignReason.UNKNOWN));
    }

    private static Outcome<Campaign> decideOpening(Campaign campaign) {
        return OpeningPolicy.against(campaign).map(Outcome::<Campaign>refused).orElseGet(() -> step(campaign, OPENING));
    }

    private static Outcome<Campaign> step(Campaign campaign, CampaignState.Step step) {
        return campaign.state()
                .after(step)
                .map(next -> Outcome.done(campaign.in(next)))
                .orElseGet(() -> Outcome.refused(Refusal.because(CampaignReason.WRONG_STATE)));
    }

    private Mono<Outcome<Campaign>> announce(Campaign opened) {
        return campaigns
                .update(opened.code(), opened.state())
                .then(Mono.defer(() -> facts.publish(published(opened), 0, clock.instant())))
                .thenReturn(Outcome.done(opened));
    }

    private Mono<Outcome<Campaign>> closeNow(Campaign campaign) {
        Mono<Long> tell = campaign.state() == CampaignState.OPEN
                ? Mono.defer(() ->
                        facts.publish(new Fact.CampaignClosed(campaign.code().value()), 0, clock.instant()))
                : Mono.just(0L);
        return step(campaign, CLOSING)
                .fold(
                        closed -> campaigns
                                .close(closed.code(), clock.instant())
                                .then(tell)
                                .thenReturn(Outcome.done(closed)),
                        refusal -> Mono.just(Outcome.refused(refusal)));
    }

    private static Fact published(Campaign c) {
        Instant closesAt = c.closesAt();
        return new Fact.CampaignOpened(
                c.code().value(),
                c.fund().code().value(),
                c.title(),
                c.purpose(),
                c.story(),
                c.chips(),
                c.goal().fen(),
                c.filingNumber(),
                c.qualification(),
                c.organisation(),
                c.contact(),
                c.platformLink(),
                Wire.time(c.opensAt()),
                closesAt == null ? null : Wire.time(closesAt));
    }
}
