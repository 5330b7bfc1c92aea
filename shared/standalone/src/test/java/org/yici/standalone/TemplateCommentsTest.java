package org.yici.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@DisplayName("What a template says to who writes it")
class TemplateCommentsTest {

    /** Thymeleaf takes a comment {@code <!--/* … *}{@code /-->} away and sends every other one. */
    private static final Pattern SENT = Pattern.compile("<!--(?!/\\*)");

    @Test
    @DisplayName("is not sent to a browser by any service")
    void staysHere() throws IOException {
        Resource[] templates = new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html");
        assertThat(List.of(templates)).hasSizeGreaterThan(60).allSatisfy(template -> assertThat(
                        SENT.matcher(template.getContentAsString(StandardCharsets.UTF_8))
                                .find())
                .as(template.getURL().toString())
                .isFalse());
    }
}
