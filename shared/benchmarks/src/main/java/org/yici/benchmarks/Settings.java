package org.yici.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the build says.
 *
 * @param target where everything is written
 * @param edition the JVM arguments of the edition under test: those of the plain run, and where PostgreSQL's programs are
 *     unpacked, once for all that a build starts
 * @param growth journals of the large world, {@code true} for ten million; 0 for no growth
 * @param rounds how many, alternating
 * @param sides those that take part; empty for all
 */
record Settings(Path target, List<String> edition, int growth, int rounds, Set<String> sides) {

    static Settings ofThisProcess() {
        Stream<String> binaries =
                Stream.of("-Dyici.postgresql.binaries=" + System.getProperty("yici.postgresql.binaries"));
        return new Settings(
                Path.of(property("target")),
                Stream.concat(words("edition"), binaries).toList(),
                growth(property("growth")),
                Integer.parseInt(property("rounds")),
                Set.copyOf(words("sides").toList()));
    }

    private static int growth(String given) {
        return switch (given) {
            case "false" -> 0;
            case "true" -> 10_000_000;
            default -> Integer.parseInt(given);
        };
    }

    /** Whether anything but growth takes part. */
    boolean sideBySide() {
        return !sides.equals(Set.of("growth"));
    }

    boolean has(String side) {
        return sides.isEmpty() || sides.contains(side);
    }

    private static Stream<String> words(String name) {
        return Stream.of(property(name).split("[ ,]+")).filter(word -> !word.isEmpty());
    }

    private static String property(String name) {
        return System.getProperty("benchmark." + name, "");
    }
}
