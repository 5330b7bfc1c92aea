package org.yici.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yici.donations.campaign.Campaign;
import org.yici.platform.clock.ProgramClock;
import org.yici.standalone.RunningYici;

/**
 * Plays one day after the other. Donors give without a break until the office has something to do: a campaign opens, the
 * provider settles, or staff take steps. Then everything given so far is waited for, so that the order holds.
 */
final class CountyYear {

    private static final Duration OFFICE_OPENS = Duration.ofHours(9);

    private final DemoTime time;
    private final GiftPlayer donors;
    private final GrantPlayer staff;
    private final StandingPlayer treasury;
    private final VisitPlayer visitors;
    private final ExtractPlayer departments;
    private final List<Campaign> campaigns = CampaignPlan.campaigns();
    private final GrantDays grants = new GrantDays(new GrantPlan().grants());
    private final GiftDays gifts;
    private Instant given = Instant.MIN;

    CountyYear(RunningYici yici, DemoTime time) {
        People people = People.load();
        this.time = time;
        this.gifts = new GiftDays(new GiftPlan(people).gifts());
        this.donors = new GiftPlayer(yici, time);
        this.treasury = new StandingPlayer(yici);
        this.visitors = new VisitPlayer(yici, time);
        List<PlannedHousehold> households = new HouseholdPlan(people).households(GrantPlan.HOUSEHOLDS);
        this.staff = new GrantPlayer(yici, time, households);
        this.departments = new ExtractPlayer(yici, households);
    }

    void play(LocalDate day) {
        List<Campaign> opening =
                campaigns.stream().filter(campaign -> opensOn(day, campaign)).toList();
        if (!opening.isEmpty()) {
            giveUntil(CountyCase.begin(day));
            opening.forEach(campaign -> donors.open(campaign).block());
        }
        if (day.equals(StandingPlayer.DAY)) {
            giveUntil(CountyCase.begin(day).plus(OFFICE_OPENS));
            treasury.play().block();
            time.keep().block();
        }
        var settlement = gifts.settlementOf(day);
        List<GrantDays.Round> rounds = grants.on(day);
        if (settlement.isPresent() || !rounds.isEmpty()) {
            giveUntil(CountyCase.begin(day).plus(OFFICE_OPENS));
            settlement.ifPresent(due -> donors.settle(due.week(), due.fen()).block());
            rounds.forEach(round -> staff.play(round).block());
            time.keep().block();
        }
    }

    /** The rest of the gifts; answers the sequence of the last one. */
    long lastGifts(Instant end) {
        giveUntil(end);
        return donors.lastSequence();
    }

    void visit() {
        visitors.play().block();
    }

    void leaveWorkOnTheDesk(LocalDate today) {
        visitors.leaveOnTheDesk().block();
        staff.leaveOnTheDesk(new GrantPlan().waiting(today)).block();
        departments.play(staff.filed(GrantPlan.COMPARED)).block();
    }

    private void giveUntil(Instant moment) {
        donors.give(gifts.between(given, moment)).block();
        given = moment;
        time.reach(moment);
    }

    private static boolean opensOn(LocalDate day, Campaign campaign) {
        return LocalDate.ofInstant(campaign.opensAt(), ProgramClock.CHINA).equals(day);
    }
}
