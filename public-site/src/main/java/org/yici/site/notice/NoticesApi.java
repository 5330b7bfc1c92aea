package org.yici.site.notice;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yici.platform.facts.Wire;
import org.yici.site.listing.Amount;
import org.yici.site.listing.Listing;
import org.yici.site.listing.Parameters;
import reactor.core.publisher.Mono;

/** The running notices for programs, masked as on the page. */
@RestController
class NoticesApi {

    private final Notices notices;

    NoticesApi(Notices notices) {
        this.notices = notices;
    }

    record Item(
            String code,
            String kind,
            String name,
            String township,
            Amount amount,
            String postedAt,
            String endsAt,
            boolean objected) {

        static Item of(Notice notice) {
            return new Item(
                    notice.code(),
                    notice.kind(),
                    notice.name(),
                    notice.township(),
                    Amount.ofFen(notice.amount()),
                    Wire.time(notice.postedAt()),
                    Wire.time(notice.endsAt()),
                    notice.objected());
        }
    }

    @GetMapping("/api/v1/notices")
    Mono<Listing<Item>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        int asked = Parameters.limit(limit);
        return notices.after(Parameters.code(after), asked + 1)
                .collectList()
                .map(found -> Listing.of(found, asked, Notice::code).map(Item::of));
    }
}
