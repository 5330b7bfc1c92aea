package org.yici.standalone;

/** How far the start has come: printed for the operator, and shown by the front door until it opens. */
public final class Progress {

    private final Console console;
    private final long begun = System.nanoTime();
    private volatile Step now = new Step("starting.engines", 0, 0);

    Progress(Console console) {
        this.console = console;
    }

    /**
     * Begins a step.
     *
     * @param key of a sentence in {@code messages/standalone.properties}
     */
    public void step(String key) {
        now = new Step(key, 0, 0);
        console.say(key);
    }

    /** Within the step: {@code done} of {@code total} parts, in whatever unit the step counts. */
    public void part(long done, long total) {
        now = new Step(now.key, done, total);
    }

    Step now() {
        return now;
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    record Step(String key, long done, long total) {}
}
