package org.yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yici.engines.EnginesForTests;

class SiteStartsTest {

    @Test
    void it_starts_without_ledger_and_staff_and_answers() throws Exception {
        Stream<String> engines = EnginesForTests.freshDatabase().entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
        String[] settings = Stream.concat(engines, Stream.of("--server.port=0")).toArray(String[]::new);
        try (var context = SiteApplication.app().run(settings)) {
            String port = context.getEnvironment().getRequiredProperty("local.server.port");
            var home = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                    .build();
            var answer = HttpClient.newHttpClient().send(home, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
