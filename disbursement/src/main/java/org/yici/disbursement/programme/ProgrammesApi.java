package org.yici.disbursement.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.disbursement.Amount;
import org.yici.disbursement.standard.Version;
import org.yici.ledger.FundCode;
import org.yici.ledger.Money;
import reactor.core.publisher.Mono;

/** What may be granted today, for staff's programs. */
@RestController
final class ProgrammesApi {

    private final Programmes programmes;

    ProgrammesApi(Programmes programmes) {
        this.programmes = programmes;
    }

    record Line(
            String programme,
            Amount cap,
            List<String> funds,
            String formula,
            LocalDate since,
            @Nullable LocalDate until,
            List<String> categories,
            List<String> evidence,
            @Nullable Amount perYear,
            @Nullable Amount lifetime) {

        static Optional<Line> of(Programme programme) {
            return programme.standard().map(version -> of(programme, version));
        }

        private static Line of(Programme programme, Version version) {
            return new Line(
                    programme.kind().word(),
                    Amount.of(programme.cap()),
                    programme.funds().stream().map(FundCode::value).toList(),
                    version.formula().parts().word(),
                    version.from(),
                    version.until(),
                    version.categories(),
                    version.evidence(),
                    amount(version.limits().perYear()),
                    amount(version.limits().lifetime()));
        }

        private static @Nullable Amount amount(@Nullable Money money) {
            return money == null ? null : Amount.of(money);
        }
    }

    record Page(List<Line> items) {}

    @GetMapping("/api/v1/programmes")
    Mono<Page> all() {
        return programmes
                .all()
                .flatMapIterable(programme -> Line.of(programme).stream().toList())
                .collectList()
                .map(Page::new);
    }
}
