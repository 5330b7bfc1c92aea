package org.yici.standalone;

import org.yici.engines.EngineStartFailed;
import org.yici.platform.outcome.RefusedStart;

/** What to tell the operator of a start that failed; the whole story is in the log. */
final class OneSentence {

    private OneSentence() {}

    /**
     * The first sentence meant for people among the causes. Where there is none it is a defect of ours: then the kind and the
     * words of the deepest cause, and the place in the program nearest to it, so that a terminal kept by somebody else is
     * enough to look for it.
     */
    static String of(Throwable broken) {
        Throwable deepest = broken;
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedStart || cause instanceof EngineStartFailed) {
                return String.valueOf(cause.getMessage());
            }
            deepest = cause;
        }
        String words = deepest.toString().lines().findFirst().orElse("");
        StackTraceElement[] places = deepest.getStackTrace();
        return "Yici did not start: " + words + (places.length == 0 ? "" : " at " + places[0])
                + "; the log has the rest.";
    }
}
