package org.yici.standalone;

/**
 * Fills a new installation with the demo world, through the same code that real gifts and grants take. Called after the
 * services are up and before the front door opens to the public (only {@code /callbacks/**} passes until then).
 */
public interface DemoWorld {

    /** Whether there is nothing left to play; a world that was interrupted is not complete. */
    boolean isComplete(RunningYici yici);

    /** Plays what is missing. Called again after a kill, so every step has its idempotency key. */
    void play(RunningYici yici, Progress progress) throws Exception;

    /** An installation that starts empty. */
    DemoWorld EMPTY = new DemoWorld() {
        @Override
        public boolean isComplete(RunningYici yici) {
            return true;
        }

        @Override
        public void play(RunningYici yici, Progress progress) {}
    };
}
