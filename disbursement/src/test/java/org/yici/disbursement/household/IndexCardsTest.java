package org.yici.disbursement.household;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yici.disbursement.County;

@DisplayName("Cards from before the index of cards")
class IndexCardsTest {

    private static final String WITHOUT = "select count(*) from disbursement.household where card_index is null";
    private static final String ASKED = "select count(*) from disbursement.register_question where kind = 'CARD_TWICE'";

    @Test
    @DisplayName("They get their index once, batch by batch, and one card of two people is asked about once")
    void backfill() {
        County county = County.start();
        for (int i = 0; i < 3; i++) {
            county.staff("intake").post("/api/v1/households", County.household("柳河镇"));
        }
        county.asOwner("alter table disbursement.register_question disable trigger user;"
                + " delete from disbursement.register_question");
        asBefore(county);
        assertThat(county.count(WITHOUT)).isEqualTo(3);

        IndexCards indexCards = county.bean(IndexCards.class);
        assertThat(indexCards.all().block()).isEqualTo(3);
        assertThat(county.count(WITHOUT)).isZero();
        assertThat(county.count(ASKED)).isPositive();
        long asked = county.count(ASKED);
        assertThat(indexCards.all().block()).isZero();

        asBefore(county);
        assertThat(indexCards.all().block()).isEqualTo(3);
        assertThat(county.count(ASKED)).isEqualTo(asked);
        assertThat(county.staff("intake").page("/staff/households/questions").body())
                .contains("程序自己")
                .doesNotContain("??");
    }

    @Test
    @DisplayName("A card that cannot be opened is passed by, and the others get theirs")
    void sealedForGood() {
        County county = County.start();
        for (int i = 0; i < 2; i++) {
            county.staff("intake").post("/api/v1/households", County.household("柳河镇"));
        }
        asBefore(county);
        county.asOwner("update disbursement.household set card_number = '\\x00' where id = (select id from"
                + " disbursement.household order by registered_at limit 1)");
        assertThat(county.bean(IndexCards.class).all().block()).isEqualTo(1);
        assertThat(county.count(WITHOUT)).isEqualTo(1);
    }

    /** A card that changes says who changed it; that its index is taken away happens here only. */
    private static void asBefore(County county) {
        county.asOwner("alter table disbursement.household disable trigger card_changes;"
                + " update disbursement.household set card_index = null;"
                + " alter table disbursement.household enable trigger card_changes");
    }

    /** No card is written without its index any more. */
    private static void asBeforeTheIndex(County county) {
        county.asOwner("alter table disbursement.household disable trigger user;"
                + " update disbursement.household set card_index = null;"
                + " alter table disbursement.household enable trigger user");
    }
}
