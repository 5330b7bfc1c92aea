package org.yici.donations.campaign.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.yici.donations.campaign.Campaign;
import org.yici.donations.campaign.CampaignState;
import org.yici.ledger.CampaignCode;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.facts.Fact.Chip;
import org.yici.platform.facts.Fact.Words;
import org.yici.platform.outcome.FieldErrors;
import org.yici.platform.outcome.InvalidInput;

/** The staff's form of a new campaign, as it was filled in. */
record CampaignForm(Map<String, String> fields) {

    static final int CHIPS = 4;
    private static final int MOST_CHARACTERS = 4_000;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    /** Particulars that may stay empty until the campaign opens; the opening policy asks for them. */
    private static final List<String> NEEDED = List.of(
            "title-zh",
            "title-en",
            "purpose-zh",
            "purpose-en",
            "story-zh",
            "story-en",
            "fund-name-zh",
            "fund-name-en",
            "organisation-zh",
            "organisation-en",
            "left-over-zh",
            "left-over-en");

    static CampaignForm of(MultiValueMap<String, String> form) {
        return new CampaignForm(form.toSingleValueMap());
    }

    /** What was typed, without the blanks around it; never null, so that a template can ask for any field. */
    public String get(String field) {
        return Objects.requireNonNullElse(fields.get(field), "").strip();
    }

    /** @throws InvalidInput with everything that is wrong */
    Campaign toPlan() {
        FieldErrors errors = new FieldErrors()
                .require(CODE.matcher(get("code")).matches(), "code", "input.code")
                .require(CODE.matcher(get("fund")).matches(), "fund", "input.code")
                .require(money("goal") != null, "goal", "input.yuan")
                .require(day("opens-on") != null, "opens-on", "input.day")
                .require(get("closes-on").isEmpty() || day("closes-on") != null, "closes-on", "input.day")
                .require(inOrder(), "closes-on", "input.day-order")
                .require(
                        get("platform").isEmpty() || get("platform").matches("https://[\\x21-\\x7e]{1,200}"),
                        "platform",
                        "input.link");
        NEEDED.forEach(field -> errors.require(!get(field).isEmpty(), field, "input.required"));
        fields.forEach((field, value) ->
                errors.require(value.length() <= MOST_CHARACTERS, field, "input.too-long", MOST_CHARACTERS));
        for (int i = 1; i <= CHIPS; i++) {
            errors.require(get("chip-" + i).isEmpty() || money("chip-" + i) != null, "chip-" + i, "input.yuan");
        }
        errors.throwIfAny();
        return plan();
    }

    private Campaign plan() {
        LocalDate last = day("closes-on");
        return new Campaign(
                CampaignCode.of(get("code")),
                new Campaign.Fund(FundCode.of(get("fund")), words("fund-name")),
                CampaignState.FILED,
                words("title"),
                words("purpose"),
                words("story"),
                chips(),
                Objects.requireNonNull(money("goal")),
                get("filing-number"),
                get("qualification"),
                words("organisation"),
                get("person-in-charge"),
                get("contact"),
                words("left-over"),
                get("platform"),
                startOf(Objects.requireNonNull(day("opens-on"))),
                last == null ? null : startOf(last.plusDays(1)));
    }

    private List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        for (int i = 1; i <= CHIPS; i++) {
            Money amount = money("chip-" + i);
            if (amount != null) {
                chips.add(new Chip(amount.fen(), words("chip-" + i)));
            }
        }
        return chips;
    }

    private boolean inOrder() {
        LocalDate first = day("opens-on");
        LocalDate last = day("closes-on");
        return first == null || last == null || !last.isBefore(first);
    }

    private Words words(String field) {
        return new Words(get(field + "-zh"), get(field + "-en"));
    }

    private @Nullable Money money(String field) {
        return Money.parseYuan(get(field)).money().filter(Money::isPositive).orElse(null);
    }

    private @Nullable LocalDate day(String field) {
        try {
            return LocalDate.parse(get(field));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ProgramClock.CHINA).toInstant();
    }
}
