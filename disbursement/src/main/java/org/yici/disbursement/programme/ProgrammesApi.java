package org.yici.disbursement.programme;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yici.disbursement.Amount;
import org.yici.ledger.FundCode;
import reactor.core.publisher.Mono;

/** What may be granted, for staff's programs. */
@RestController
final class ProgrammesApi {

    private final Programmes programmes;

    ProgrammesApi(Programmes programmes) {
        this.programmes = programmes;
    }

    record Line(String programme, Amount cap, List<String> funds) {
        static Line of(Programme programme) {
            return new Line(
                    programme.kind().word(),
                    Amount.of(programme.cap()),
                    programme.funds().stream().map(FundCode::value).toList());
        }
    }

    record Page(List<Line> items) {}

    @GetMapping("/api/v1/programmes")
    Mono<Page> all() {
        return programmes.all().map(Line::of).collectList().map(Page::new);
    }
}
