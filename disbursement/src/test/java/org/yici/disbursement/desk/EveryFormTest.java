package org.yici.disbursement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every form that changes something")
class EveryFormTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates/disbursement");
    private static final Pattern FORM = Pattern.compile("<form method=\"post\"(?:[^>\"]|\"[^\"]*\")*>");

    @Test
    @DisplayName(
            "has its address written by the template, which puts the session's token beside it: without it a signed-in reader is refused")
    void carriesTheToken() throws IOException {
        try (Stream<Path> pages = Files.list(TEMPLATES)) {
            List<String> without = pages.flatMap(EveryFormTest::forms)
                    .filter(form -> !form.contains("th:action="))
                    .toList();
            assertThat(without).isEmpty();
        }
    }

    private static Stream<String> forms(Path page) {
        try {
            List<String> forms = FORM.matcher(Files.readString(page))
                    .results()
                    .map(MatchResult::group)
                    .map(form -> page.getFileName() + " " + form)
                    .toList();
            return forms.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
