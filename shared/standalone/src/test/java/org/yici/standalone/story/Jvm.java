package org.yici.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The plain run as an operator has it: a JVM of its own, with what it prints. */
final class Jvm implements AutoCloseable {

    /** Of the tests that run beside the stories, one at a time: two editions are what two cores bear. */
    static final String TURN = "another JVM's turn";

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

    private final Process process;
    private final String origin;
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final StringBuffer said = new StringBuffer();

    private Jvm(Process process, int port) {
        this.process = process;
        this.origin = "http://localhost:" + port;
        Thread reader = new Thread(this::read, "what the other JVM prints");
        reader.setDaemon(true);
        reader.start();
    }

    /** The plain run on this data and on free ports. @param settings more of them, {@code --name=value} */
    static Jvm run(Path data, String... settings) throws IOException {
        int port;
        try (ServerSocket any = new ServerSocket(0)) {
            port = any.getLocalPort();
        }
        String[] words = Stream.concat(Stream.of("--yici.port=" + port), Stream.of(settings))
                .toArray(String[]::new);
        return new Jvm(process(data, words), port);
    }

    /** A command beside a running edition, or alone. */
    static Process command(String word, Path data) throws IOException {
        return process(data, word);
    }

    private static Process process(Path data, String... words) throws IOException {
        List<String> command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx640m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dyici.postgresql.binaries=" + System.getProperty("yici.postgresql.binaries", ""),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.yici.standalone.Standalone"),
                        Stream.of(words),
                        Stream.of("--yici.management-port=0", "--yici.data=" + data))
                .flatMap(some -> some)
                .filter(word -> !word.equals("-Dyici.postgresql.binaries="))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("YICI_"));
        return builder.start();
    }

    /** Where it answers, or will. */
    String origin() {
        return origin;
    }

    /** Waits until it says that it is ready, and answers its address. */
    String awaitReady(int seconds) throws InterruptedException {
        return awaitLine(ADDRESS, seconds);
    }

    /** What the pattern found in the first line that it finds anything in. */
    String awaitLine(Pattern pattern, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            String line = printed.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            assertThat(line)
                    .as("%s within %d s in:%n%s", pattern, seconds, said)
                    .isNotNull();
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher.group();
            }
        }
    }

    /** kill -9: nothing in the JVM hears of it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ctrl-C, or what a service manager sends. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Answers the exit code. */
    int awaitEnd(int seconds) throws InterruptedException {
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS))
                .as("ends within %d s, and has said:%n%s", seconds, said)
                .isTrue();
        return process.exitValue();
    }

    String said() {
        return said.toString();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            kill();
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                printed.add(line);
            }
        } catch (IOException gone) {
            said.append("(its output ended: ").append(gone.getMessage()).append(")\n");
        }
    }
}
