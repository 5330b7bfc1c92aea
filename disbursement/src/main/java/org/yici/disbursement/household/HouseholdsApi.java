package org.yici.disbursement.household;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.yici.disbursement.Answers;
import org.yici.disbursement.Columns;
import org.yici.disbursement.household.RegisterHousehold.Registered;
import org.yici.platform.clock.ProgramClock;
import org.yici.platform.outcome.Outcome;
import org.yici.platform.privacy.Masked;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.web.IdempotencyKey;
import org.yici.platform.web.StrictJson;
import org.yici.platform.web.WebReason;
import reactor.core.publisher.Mono;

/** The register for programs: what is personal is masked on the way out. */
@RestController
final class HouseholdsApi {

    private static final int MOST = 200;

    private final RegisterHousehold registerHousehold;
    private final Households households;
    private final CategoryHistory categories;
    private final CardsToConfirm cardsToConfirm;
    private final StrictJson json;
    private final ProgramClock clock;

    HouseholdsApi(
            RegisterHousehold registerHousehold,
            Households households,
            CategoryHistory categories,
            CardsToConfirm cardsToConfirm,
            StrictJson json,
            ProgramClock clock) {
        this.registerHousehold = registerHousehold;
        this.households = households;
        this.categories = categories;
        this.cardsToConfirm = cardsToConfirm;
        this.json = json;
        this.clock = clock;
    }

    record MemberLine(
            String id,
            String name,
            String identityNumber,
            String relation,
            @Nullable String phone,
            boolean head) {}

    /** @param number masked; null for the person who is to confirm it from the card itself */
    record CardLine(String holder, @Nullable String number) {}

    record Line(
            String id,
            String code,
            String township,
            @Nullable String townshipCode,
            Category category,
            List<MemberLine> members,
            CardLine bankCard,
            Instant registeredAt) {

        static Line of(Household household, Set<HouseholdId> toConfirm) {
            return new Line(
                    household.id().toString(),
                    household.code(),
                    household.township(),
                    household.place().townshipCode(),
                    household.category(),
                    household.members().stream().map(Line::member).toList(),
                    new CardLine(
                            household.card().holder().maskedName(),
                            toConfirm.contains(household.id())
                                    ? null
                                    : household.card().number().masked()),
                    household.registeredAt());
        }

        private static MemberLine member(Household.Member member) {
            return new MemberLine(
                    member.id().toString(),
                    member.maskedName(),
                    member.identity().masked(),
                    member.relation(),
                    member.phone() == null ? null : Masked.phone(member.phone().digits()),
                    member.head());
        }
    }

    /** @param scope {@code person} or {@code household}: whose it is */
    record CategoryLine(
            Category category,
            @Nullable Area area,
            @Nullable CareLevel careLevel,
            LocalDate since,
            @Nullable LocalDate until,
            String scope) {

        static CategoryLine of(CategorySpell spell) {
            return new CategoryLine(
                    spell.category(),
                    spell.area(),
                    spell.care(),
                    spell.since(),
                    spell.until(),
                    spell.member() == null ? "household" : "person");
        }
    }

    record CategoryLines(LocalDate on, List<CategoryLine> items) {}

    record Page(List<Line> items, @Nullable String next) {}

    @PostMapping(path = "/api/v1/households", consumes = APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Registered>> register(StaffMember actor, @RequestBody byte[] body, ServerWebExchange exchange) {
        return Answers.created(
                registerHousehold.register(actor, IdempotencyKey.of(exchange), json.read(body, Registration.class)));
    }

    @GetMapping("/api/v1/households")
    Mono<Page> list(
            StaffMember actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit");
        }
        UUID from = after == null
                ? null
                : Columns.parseId(after)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "after"));
        return cardsToConfirm
                .of(actor)
                .flatMap(toConfirm -> households
                        .newest(from, limit + 1)
                        .map(found -> Line.of(found, toConfirm))
                        .collectList())
                .map(lines -> lines.size() > limit
                        ? new Page(lines.subList(0, limit), lines.get(limit - 1).id())
                        : new Page(lines, null));
    }

    @GetMapping("/api/v1/households/{id}")
    Mono<ResponseEntity<Line>> one(StaffMember actor, @PathVariable String id) {
        return Answers.ok(households
                .find(id)
                .flatMap(found -> cardsToConfirm.of(actor).map(toConfirm -> Line.of(found, toConfirm)))
                .map(Outcome::done)
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    /**
     * What somebody of the household was on a day: programmes judge by it.
     *
     * @param on {@code 2018-05-04}; today when it is left out
     * @param member an id; the head when it is left out
     */
    @GetMapping("/api/v1/households/{id}/categories")
    Mono<ResponseEntity<CategoryLines>> categories(
            StaffMember actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String member) {
        LocalDate day = on == null ? clock.today() : day(on);
        return Answers.ok(households
                .find(id)
                .flatMap(
                        household -> Mono.justOrEmpty(person(household, member)).flatMap(person -> categories
                                .on(day, household.id(), person)
                                .map(CategoryLine::of)
                                .collectList()
                                .map(items -> Outcome.done(new CategoryLines(day, items)))))
                .defaultIfEmpty(Outcome.refused(WebReason.NOT_FOUND)));
    }

    private static Optional<MemberId> person(Household household, @Nullable String member) {
        return member == null
                ? Optional.of(household.head().id())
                : Columns.parseId(member)
                        .flatMap(id -> household.member(new MemberId(id)))
                        .map(Household.Member::id);
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException noDay) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "on", noDay);
        }
    }
}
