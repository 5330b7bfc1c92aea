package org.yici.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitmentTest {

    /** {@code (head -c 32 /dev/zero; printf '\{"a":1\}') | openssl dgst -sha256 -binary | base64}. */
    private static final String GOLDEN = "sGoikHB0EpJRLodg9HDdekxGzP3yU994HYjavljBzLE=";

    @Test
    void aKnownSaltAndTextGiveTheKnownCommitment() {
        assertThat(new Commitment(new byte[32], "{\"a\":1}").base64()).isEqualTo(GOLDEN);
    }

    @Test
    void onlyTheRightSaltAndTextOpenIt() {
        Commitment made = Commitment.to(Map.of("donation", "a"));
        assertThat(new Commitment(made.salt(), made.json()).opens(made.base64()))
                .isTrue();
        assertThat(new Commitment(made.salt(), "{\"donation\":\"b\"}").opens(made.base64()))
                .isFalse();
        assertThat(Commitment.to(Map.of("donation", "a")).opens(made.base64())).isFalse();
    }

    @Test
    void aShortSaltIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Commitment(new byte[16], "{}"));
    }
}
