package org.yici.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs a short command of the operating system to its end. */
final class Command {

    private Command() {}

    /** Refuses with everything the command printed when it exits with another code than 0. */
    static void run(List<String> prefix, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new EngineStartFailed(String.join(" ", command) + " exited with " + code + ": " + printed.strip());
        }
    }

    static boolean succeeds(List<String> prefix, String... words) throws InterruptedException {
        try {
            run(prefix, words);
            return true;
        } catch (IOException | EngineStartFailed missingOrRefused) {
            return false;
        }
    }

    static boolean exists(String tool) throws InterruptedException {
        return succeeds(List.of(), "sh", "-c", "command -v " + tool);
    }
}
