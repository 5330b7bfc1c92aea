package org.yici.standalone;

/** The start ends here; the message is one sentence that tells the operator what to do. */
final class StartRefused extends RuntimeException {

    StartRefused(String sentence) {
        super(sentence);
    }

    StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The first sentence meant for people among the causes, else what the deepest of them says. */
    static String sentence(Throwable broken) {
        Throwable deepest = broken;
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused || cause instanceof org.yici.engines.EngineStartFailed) {
                return String.valueOf(cause.getMessage());
            }
            deepest = cause;
        }
        String said = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return "Yici did not start: " + said.lines().findFirst().orElse("");
    }
}
