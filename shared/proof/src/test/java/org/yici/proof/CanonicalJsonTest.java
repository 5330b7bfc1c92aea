package org.yici.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void theStringOfTheRfcIsEscapedAsTheRfcSays() {
        // RFC 8785, section 3.2.2: the member "string" of the sample.
        assertThat(CanonicalJson.write("\u20ac$\017\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void literalsAreWrittenAsTheRfcSays() {
        assertThat(CanonicalJson.write(Arrays.asList(null, true, false))).isEqualTo("[null,true,false]");
    }

    @Test
    void keysAreSortedByUtf16CodeUnits() {
        // RFC 8785, section 3.2.3.
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("\u20ac", "Euro Sign");
        sample.put("\r", "Carriage Return");
        sample.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        sample.put("1", "One");
        sample.put("\ud83d\ude00", "Emoji: Grinning Face");
        sample.put("\u0080", "Control");
        sample.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(CanonicalJson.write(sample))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void controlCharactersHaveTheirShortEscapesAndNothingElseIsEscaped() {
        assertThat(CanonicalJson.write("\b\t\n\f\r\u0000\u001f\u007f/<>&\u2028"))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f/<>&\u2028\"");
    }

    @Test
    void wholeNumbersAreExactToTwoToThe53() {
        assertThat(CanonicalJson.write(List.of(0, -1L, 9007199254740991L))).isEqualTo("[0,-1,9007199254740991]");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(9007199254740992L));
    }

    @Test
    void whatHasNoCanonicalFormIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of(1, "one")));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write("half \ud83d of a pair"));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write("\ude00"));
    }

    @Property(tries = 200)
    void theOrderInWhichAMapWasFilledDoesNotMatter(@ForAll @Size(max = 12) Map<Integer, Long> numbers) {
        List<Map.Entry<Integer, Long>> entries = new ArrayList<>(numbers.entrySet());
        Map<String, Object> one = new LinkedHashMap<>();
        entries.forEach(entry -> one.put("k" + entry.getKey(), entry.getValue() % 1000));
        Collections.reverse(entries);
        Map<String, Object> other = new LinkedHashMap<>();
        entries.forEach(entry -> other.put("k" + entry.getKey(), entry.getValue() % 1000));
        assertThat(CanonicalJson.write(one)).isEqualTo(CanonicalJson.write(other));
    }
}
