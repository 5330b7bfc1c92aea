package org.yici.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.platform.outcome.RefusedStart;

@DisplayName("What the terminal says of a start that failed")
class OneSentenceTest {

    @Test
    @DisplayName("a sentence meant for people is said as it is, however deep it lies")
    void meantForPeople() {
        var refused = new CompletionException(new IllegalStateException(new RefusedStart("Port 80 is taken.")));

        assertThat(OneSentence.of(refused)).isEqualTo("Port 80 is taken.");
    }

    @Test
    @DisplayName("a defect is told with its kind and its place: whoever kept the terminal's words can look for it")
    void defect() {
        Throwable defect =
                new CompletionException(catchThrowable(() -> List.of().get(1)));

        assertThat(OneSentence.of(defect))
                .startsWith("Yici did not start: java.lang.ArrayIndexOutOfBoundsException: Index 1 out of bounds")
                .contains(" at java.base/java.util.ImmutableCollections");
    }
}
