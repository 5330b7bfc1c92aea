package org.yici.disbursement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.yici.disbursement.County.Answer;
import org.yici.disbursement.County.Person;

/** A grant that the bank has paid. */
public record Helped(County county, String award) {

    public static Helped by(County county, String programme, long fen) {
        return by(county, county.awarded(programme, fen));
    }

    static Helped by(County county, String award) {
        Person cashier = county.staff("cashier");
        String payout = "/api/v1/payouts/"
                + cashier.post("/api/v1/payouts", Map.of("awards", List.of(award)))
                        .text("/id");
        Helped helped = new Helped(county, award);
        Answer result = helped.bankSays(payout, "PAID");
        if (result.status() != 200) {
            throw new AssertionError(result.body());
        }
        return helped;
    }

    private Answer bankSays(String payout, String status) {
        Person cashier = county.staff("cashier");
        String endToEnd =
                cashier.get(payout + "/file?format=csv").body().split("\r\n")[1].split(",")[0];
        return cashier.upload(payout + "/results", "endToEndId,status\n" + endToEnd + "," + status + "\n");
    }

    /** Days later, the bank says something else of the payment. */
    public Answer bankSays(String status) {
        return bankSays(
                "/api/v1/payouts/" + one("select payout::text from disbursement.payout_item where award = $1"), status);
    }

    public String application() {
        return one("select application::text from disbursement.award where id = $1");
    }

    public String grant() {
        return one("select grant_code from disbursement.award where id = $1");
    }

    /** One text about the award that is {@code $1}; null where there is none. */
    public @Nullable String one(String sql) {
        return county.bean(DatabaseClient.class)
                .sql(sql)
                .bind(0, UUID.fromString(award))
                .map(row -> Optional.ofNullable(row.get(0, String.class)))
                .one()
                .block()
                .orElse(null);
    }

    public Answer post(String who, String step, Map<String, ?> body) {
        return county.staff(who).post(path(step), body);
    }

    public Answer get(String who, String what) {
        return county.staff(who).get(path(what));
    }

    public String path(String what) {
        return "/api/v1/awards/" + award + "/" + what;
    }
}
