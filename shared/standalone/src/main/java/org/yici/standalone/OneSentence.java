package org.yici.standalone;

import org.yici.engines.EngineStartFailed;
import org.yici.platform.outcome.RefusedStart;

/** What to tell the operator of a start that failed; the whole story is in the log. */
final class OneSentence {

    private OneSentence() {}

    /** The first sentence meant for people among the causes, else what the deepest of them says. */
    static String of(Throwable broken) {
        Throwable deepest = broken;
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedStart || cause instanceof EngineStartFailed) {
                return String.valueOf(cause.getMessage());
            }
            deepest = cause;
        }
        String said = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return "Yici did not start: " + said.lines().findFirst().orElse("");
    }
}
