package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What an operator reads who has given a payment provider a wrong key: one line that says which and why, and no start. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Jvm.TURN)
class WrongSettingTest {

    private static final int START_SECONDS = 90;
    private static final int REFUSED = 1;

    @TempDir
    private Path data;

    @Test
    void a_wrong_key_is_the_last_line_and_the_only_one_about_it() throws Exception {
        try (Jvm jvm = Jvm.run(data, "--yici.payment.stripe.secret-key=pk_test_4eC39HqLyjWDarjtT1zdp7dc")) {
            assertThat(jvm.awaitEnd(START_SECONDS)).isEqualTo(REFUSED);
            List<String> lines = jvm.said().lines().toList();
            assertThat(lines).hasSize(3).noneMatch(line -> line.contains("WARN") || line.contains("pk_test_"));
            assertThat(lines.get(2))
                    .startsWith("YICI_STRIPE_SECRET_KEY is wrong: it has to be the account's secret key");
        }
    }
}
