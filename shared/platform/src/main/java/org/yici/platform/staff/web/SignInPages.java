package org.yici.platform.staff.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.yici.platform.outcome.Refusal;
import org.yici.platform.staff.DemoStaff;
import org.yici.platform.web.Problems;
import reactor.core.publisher.Mono;

/** The page where staff sign in, and the way out. Works without scripts. */
@Controller
@ConditionalOnProperty("yici.staff-sign-in")
class SignInPages {
    private final Door door;
    private final Problems problems;
    private final boolean demo;

    SignInPages(Door door, Problems problems, @Value("${yici.demo}") boolean demo) {
        this.door = door;
        this.problems = problems;
        this.demo = demo;
    }

    @GetMapping(StaffPaths.LOGIN)
    Rendering form(@RequestParam @Nullable String next) {
        return page(next, "", null, HttpStatus.OK);
    }

    @PostMapping(StaffPaths.LOGIN)
    Mono<Rendering> enter(ServerWebExchange exchange, Locale locale) {
        if (comesFromAnotherSite(exchange)) {
            return Mono.just(page(null, "", "staff.sign-in.crossed", HttpStatus.FORBIDDEN));
        }
        return exchange.getFormData().flatMap(form -> {
            String next = form.getFirst("next");
            String username = field(form, "username");
            return door.enter(exchange, username, field(form, "password"))
                    .map(outcome -> outcome.fold(
                            signedIn -> seeOther(LocalPath.or(next, StaffPaths.HOME)),
                            refusal -> refused(refusal, next, username, locale)));
        });
    }

    @PostMapping(StaffPaths.LOGOUT)
    Mono<Rendering> leave(ServerWebExchange exchange) {
        return door.leave(exchange).thenReturn(seeOther(StaffPaths.LOGIN));
    }

    private Rendering refused(Refusal refusal, @Nullable String next, String username, Locale locale) {
        String sentence = problems.of(refusal, locale).detail();
        HttpStatus status = HttpStatus.valueOf(refusal.reason().status());
        return page(next, username, sentence, status);
    }

    private Rendering page(@Nullable String next, String username, @Nullable String error, HttpStatus status) {
        Rendering.Builder<?> page = Rendering.view("staff/login")
                .modelAttribute("next", LocalPath.or(next, StaffPaths.HOME))
                .modelAttribute("username", username)
                .modelAttribute("demoAccounts", demo ? DemoStaff.ALL : List.of())
                .modelAttribute("demoPassword", DemoStaff.PASSWORD)
                .status(status);
        return (error == null ? page : page.modelAttribute("error", error)).build();
    }

    private static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    /** A form on another site could sign its visitor in as somebody else; browsers say where a form came from. */
    private static boolean comesFromAnotherSite(ServerWebExchange exchange) {
        return "cross-site".equals(exchange.getRequest().getHeaders().getFirst("Sec-Fetch-Site"));
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
