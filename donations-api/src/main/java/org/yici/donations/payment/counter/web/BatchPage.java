package org.yici.donations.payment.counter.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.BatchState;
import org.yici.donations.payment.counter.CounterBatch;
import org.yici.donations.payment.counter.CounterBatchId;
import org.yici.donations.payment.counter.CounterBatches;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.donations.payment.counter.CounterLines;
import org.yici.donations.payment.counter.CounterLines.Shown;
import org.yici.donations.payment.counter.CounterReason;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import org.yici.platform.web.Language;
import org.yici.platform.web.Problems;
import org.yici.platform.web.RefusedException;
import reactor.core.publisher.Mono;

/** Draws one batch: what it comes to, who did what, its lines by pages, and the steps that its reader may take. */
@Component
final class BatchPage {

    private static final int LINES = 50;
    private static final int POLL_SECONDS = 1;
    /** Held lines are tried again twice a minute. */
    private static final int POLL_HELD_SECONDS = 10;
    /** For who has no scripts. */
    private static final int RELOAD_SECONDS = 5;

    private final CounterBatches batches;
    private final CounterLines lines;
    private final LineWords words;
    private final StaffNames names;
    private final CampaignChoices titles;
    private final Problems problems;

    BatchPage(
            CounterBatches batches,
            CounterLines lines,
            LineWords words,
            StaffNames names,
            CampaignChoices titles,
            Problems problems) {
        this.batches = batches;
        this.lines = lines;
        this.words = words;
        this.names = names;
        this.titles = titles;
        this.problems = problems;
    }

    /**
     * What the reader chose to see.
     *
     * @param chosen null when nothing was: then what is in the way is shown, if anything is
     */
    record View(@Nullable Shown chosen, int after) {

        static final View FIRST = new View(null, 0);

        static View of(@Nullable String shown, @Nullable String after) {
            Shown chosen = shown == null
                    ? null
                    : shown.equals("refused") ? Shown.REFUSED : shown.equals("held") ? Shown.HELD : Shown.ALL;
            return new View(chosen, CounterAddresses.line(Objects.requireNonNullElse(after, "")));
        }

        Shown of(CounterBatch batch) {
            Shown first = batch.counts().refused() > 0 ? Shown.REFUSED : Shown.ALL;
            return Objects.requireNonNullElse(chosen, first);
        }
    }

    Mono<String> draw(StaffMember reader, CounterBatchId id, View view, Model model, ServerWebExchange exchange) {
        Locale locale = Language.of(exchange);
        return find(id).flatMap(batch -> Mono.zip(
                        page(reader, batch, view, locale), names(batch), lines.held(id), titles.titles(locale))
                .map(parts -> {
                    List<LineView> found = parts.getT1();
                    boolean more = found.size() > LINES;
                    model.addAttribute("here", "payments");
                    model.addAttribute("names", parts.getT2());
                    model.addAttribute("titles", parts.getT4());
                    progress(batch, parts.getT3(), model);
                    model.addAttribute(
                            "faults", problems.ofFields(batch.faults(), locale).errors());
                    model.addAttribute("lines", more ? found.subList(0, LINES) : found);
                    model.addAttribute("next", more ? found.get(LINES - 1).number() : null);
                    model.addAttribute("shown", view.of(batch).name());
                    steps(reader, batch, model);
                    return "donations/counter-batch";
                }));
    }

    /** How far it is, for a page that asks again and again. */
    Mono<CounterBatch> progress(CounterBatchId id, Model model) {
        return find(id).flatMap(batch -> lines.held(id).map(held -> {
            progress(batch, held, model);
            return batch;
        }));
    }

    private static void progress(CounterBatch batch, long held, Model model) {
        boolean works = batch.state() == BatchState.READING || batch.state() == BatchState.CONFIRMED;
        model.addAttribute("batch", batch);
        model.addAttribute("held", held);
        model.addAttribute("works", works);
        model.addAttribute("pollSeconds", held == 0 ? POLL_SECONDS : POLL_HELD_SECONDS);
        model.addAttribute("reloadSeconds", works ? RELOAD_SECONDS : null);
    }

    /** The same page with a refusal on top. */
    Mono<String> refused(
            StaffMember reader, CounterBatchId id, Refusal refusal, Model model, ServerWebExchange exchange) {
        model.addAttribute("problem", problems.of(refusal, Language.of(exchange)));
        exchange.getResponse().setStatusCode(HttpStatus.valueOf(refusal.reason().status()));
        return draw(reader, id, View.FIRST, model, exchange);
    }

    Mono<CounterBatch> find(CounterBatchId id) {
        return batches.find(id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(Refusal.because(CounterReason.UNKNOWN))));
    }

    private Mono<List<LineView>> page(StaffMember reader, CounterBatch batch, View view, Locale locale) {
        return lines.after(batch.id(), view.after(), view.of(batch), isRead(batch) ? LINES + 1 : 0)
                .map(line -> words.of(line, reader, locale))
                .collectList();
    }

    /** Whether its lines are there to be looked at: all of them are, or none is. */
    static boolean isRead(CounterBatch batch) {
        return batch.state() != BatchState.READING && batch.state() != BatchState.UNREAD;
    }

    private Mono<Map<String, String>> names(CounterBatch batch) {
        return names.of(Stream.of(batch.enteredBy(), batch.decidedBy())
                .filter(Objects::nonNull)
                .toList());
    }

    private static void steps(StaffMember reader, CounterBatch batch, Model model) {
        boolean own = reader.is(batch.enteredBy());
        boolean enters = own && CounterDuty.ENTER.isOf(reader);
        model.addAttribute("mayChange", batch.state() == BatchState.DRAFT && enters);
        model.addAttribute("maySendAgain", batch.state() == BatchState.UNREAD && enters);
        model.addAttribute("waits", batch.state() == BatchState.SUBMITTED);
        model.addAttribute("own", own);
        model.addAttribute("mayDecide", CounterDuty.DECIDE.isOf(reader) && !own);
    }
}
