package org.yici.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Seconds of processor time that a process's threads have used so far, by the first letters of their names: Linux keeps
 * fifteen, and numbers are left out.
 */
public record ThreadTimes(Map<String, Double> seconds) {

    public static ThreadTimes of(long pid) {
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        Map<String, Double> seconds = new TreeMap<>();
        try (Stream<Path> all = Files.list(threads)) {
            for (Path thread : all.toList()) {
                add(thread, seconds);
            }
        } catch (NoSuchFileException anotherSystem) {
            return new ThreadTimes(Map.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ThreadTimes(seconds);
    }

    private static void add(Path thread, Map<String, Double> seconds) {
        try {
            List<String> name = Files.readAllLines(thread.resolve("comm"));
            List<String> stat = Files.readAllLines(thread.resolve("stat"));
            seconds.merge(group(name.get(0)), new StatLine(stat.get(0)).seconds(), Double::sum);
        } catch (IOException ended) {
            seconds.putIfAbsent("ended", 0.0);
        }
    }

    private static String group(String name) {
        return name.replaceAll("[^A-Za-z]+", "-").replaceAll("^-|-$", "");
    }

    /** What each group has used since. */
    public Map<String, Double> since(ThreadTimes earlier) {
        Map<String, Double> used = new TreeMap<>();
        seconds.forEach((group, now) -> used.put(group, now - earlier.seconds.getOrDefault(group, 0.0)));
        return used;
    }
}
