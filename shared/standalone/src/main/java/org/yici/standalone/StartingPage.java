package org.yici.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** Until the front door opens: 503 everywhere, for people with a page that shows how far the start has come. */
final class StartingPage {

    private static final String RETRY_SECONDS = "2";
    private static final String STYLE_ADDRESS = "/starting.css";

    private final Progress progress;
    private final String page = resource("starting.html");
    private final String style = resource("starting.css");

    StartingPage(Progress progress) {
        this.progress = progress;
    }

    Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response) {
        String path = request.getPath().value();
        if (path.equals(STYLE_ADDRESS)) {
            return PlainAnswers.text(response, 200, "text/css", style);
        }
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        String accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
        boolean forPeople = accept != null && accept.contains("text/html") && !path.startsWith("/api/");
        return forPeople
                ? PlainAnswers.text(response, 503, "text/html", page())
                : PlainAnswers.problem(request, response, 503);
    }

    private String page() {
        Progress.Step step = progress.now();
        String bar = step.total() == 0
                ? "<progress></progress>"
                : "<progress value=\"" + step.done() + "\" max=\"" + step.total() + "\"></progress>";
        return page.replace("{step.zh}", Words.ZH.say(step.key()))
                .replace("{step.en}", Words.EN.say(step.key()))
                .replace("{bar}", bar);
    }

    private static String resource(String name) {
        try (InputStream file = StartingPage.class.getResourceAsStream("/standalone/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
