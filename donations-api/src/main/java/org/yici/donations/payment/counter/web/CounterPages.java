package org.yici.donations.payment.counter.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.yici.donations.payment.counter.BatchState;
import org.yici.donations.payment.counter.CounterBatch;
import org.yici.donations.payment.counter.CounterBatchId;
import org.yici.donations.payment.counter.CounterBatches;
import org.yici.donations.payment.counter.CounterDuty;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import reactor.core.publisher.Mono;

/** The counter's batches, newest first, and one of them. */
@Controller
final class CounterPages {

    private static final int PAGE = 50;

    private final CounterBatches batches;
    private final BatchPage page;
    private final StaffNames names;

    CounterPages(CounterBatches batches, BatchPage page, StaffNames names) {
        this.batches = batches;
        this.page = page;
        this.names = names;
    }

    @GetMapping(CounterAddresses.HOME)
    Mono<String> list(StaffMember reader, @RequestParam(required = false) @Nullable String after, Model model) {
        CounterAddresses.require(CounterDuty.LOOK, reader);
        long before = CounterBatchId.parse(Objects.requireNonNullElse(after, ""))
                .map(CounterBatchId::number)
                .orElse(Long.MAX_VALUE);
        return batches.before(before, PAGE + 1).collectList().flatMap(found -> names.of(
                        found.stream().map(CounterBatch::enteredBy).distinct().toList())
                .map(known -> {
                    List<CounterBatch> rows = found.size() > PAGE ? found.subList(0, PAGE) : found;
                    model.addAttribute("here", "payments");
                    model.addAttribute("rows", rows);
                    model.addAttribute(
                            "next", found.size() > PAGE ? rows.get(PAGE - 1).id() : null);
                    model.addAttribute("names", known);
                    model.addAttribute("mayEnter", CounterDuty.ENTER.isOf(reader));
                    model.addAttribute("mayDecide", CounterDuty.DECIDE.isOf(reader));
                    model.addAttribute("username", reader.username());
                    return "donations/counter";
                }));
    }

    @GetMapping(CounterAddresses.HOME + "/{number}")
    Mono<String> one(
            StaffMember reader,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.LOOK, reader);
        return page.draw(reader, CounterAddresses.batch(number), BatchPage.View.of(show, after), model, exchange);
    }

    /** How far the reading or the booking is, for a page that asks again and again. At the end it is told to load anew. */
    @GetMapping(CounterAddresses.HOME + "/{number}/progress")
    Mono<String> progress(StaffMember reader, @PathVariable String number, Model model, ServerWebExchange exchange) {
        CounterAddresses.require(CounterDuty.LOOK, reader);
        return page.progress(CounterAddresses.batch(number), model).map(batch -> {
            if (batch.state() != BatchState.READING && batch.state() != BatchState.CONFIRMED) {
                exchange.getResponse().getHeaders().set("HX-Refresh", "true");
            }
            return "donations/counter-progress :: progress";
        });
    }
}
