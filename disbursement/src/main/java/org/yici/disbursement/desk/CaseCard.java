package org.yici.disbursement.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yici.disbursement.application.Application;
import org.yici.disbursement.award.SeenCards;
import org.yici.disbursement.household.ConfirmCard;
import org.yici.platform.staff.StaffMember;
import org.yici.platform.staff.StaffNames;
import reactor.core.publisher.Mono;

/**
 * That a case's card changed after its award, for the person who looks. Public methods are for the template.
 *
 * @param changed null where the card is the one that was approved
 * @param mayConfirm whether the reader may be the second person who knows the new card
 */
record CaseCard(SeenCards.@Nullable Changed changed, Map<String, String> names, boolean mayConfirm) {

    private static final CaseCard AS_IT_WAS = new CaseCard(null, Map.of(), false);

    public String name(String username) {
        return names.getOrDefault(username, username);
    }

    /** Puts it together for the page of a case. */
    @Component
    static final class Reading {

        private final SeenCards seenCards;
        private final StaffNames staffNames;

        Reading(SeenCards seenCards, StaffNames staffNames) {
            this.seenCards = seenCards;
            this.staffNames = staffNames;
        }

        Mono<CaseCard> of(Application application, StaffMember reader) {
            Application.Award award = application.award();
            return Mono.justOrEmpty(award)
                    .flatMap(known -> seenCards.changed(known.id()))
                    .flatMap(changed -> staffNames
                            .of(people(changed))
                            .map(names -> new CaseCard(
                                    changed,
                                    names,
                                    !changed.isPayable()
                                            && waits(application)
                                            && !application.file().related().contains(reader.username())
                                            && ConfirmCard.mayConfirm(reader, changed.by()))))
                    .defaultIfEmpty(AS_IT_WAS);
        }

        private static boolean waits(Application application) {
            return switch (application.state()) {
                case AWARDED, PAYING -> true;
                default -> false;
            };
        }

        private static List<String> people(SeenCards.Changed changed) {
            String confirmedBy = changed.confirmedBy();
            return confirmedBy == null ? List.of(changed.by()) : List.of(changed.by(), confirmedBy);
        }
    }
}
