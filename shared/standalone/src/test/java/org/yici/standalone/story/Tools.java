package org.yici.standalone.story;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs that tests use besides the JDK. */
final class Tools {

    private Tools() {}

    /** Where it is. Without it the test is skipped and says so; where all tests must run (YICI_CI=1) it fails. */
    static Path need(String program) {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && "1".equals(System.getenv("YICI_CI"))) {
            Assertions.fail("There is no " + program + " on the PATH, and YICI_CI=1 wants every test run.");
        }
        Assumptions.assumeTrue(found.isPresent(), "skipped: there is no " + program + " on the PATH");
        return found.get();
    }
}
