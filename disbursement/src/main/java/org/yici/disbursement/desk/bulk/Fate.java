package org.yici.disbursement.desk.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.yici.disbursement.application.ApplicationState;
import org.yici.platform.web.Problem;

/**
 * What came of one case.
 *
 * @param state where it stands now; null where nothing was done
 * @param reason the machine word of why not, and {@code message} in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fate(
        String id,
        boolean done,
        @Nullable ApplicationState state,
        @Nullable String reason,
        @Nullable String message) {

    static Fate done(String id, ApplicationState state) {
        return new Fate(id, true, state, null, null);
    }

    static Fate not(String id, Problem problem) {
        return new Fate(id, false, null, problem.reason(), problem.detail());
    }
}
