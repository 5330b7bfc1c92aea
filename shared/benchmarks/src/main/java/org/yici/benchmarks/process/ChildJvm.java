package org.yici.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own on this one's class path, which does what it is told, one order after the other. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    private ChildJvm(Process process) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts {@code main}, which {@link Orders#serve serves}.
     *
     * @param words its arguments
     * @param log where its standard error goes
     */
    public static ChildJvm start(Class<?> main, List<String> words, Path log, String... jvmArguments)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(jvmArguments));
        arguments.add("-Dlogback.configurationFile=benchmarks/logback.xml");
        return new ChildJvm(new ProcessBuilder(command(arguments, main.getName(), words.toArray(String[]::new)))
                .redirectError(log.toFile())
                .start());
    }

    /** The command line that starts a class on this JVM's class path. */
    public static List<String> command(List<String> jvmArguments, String main, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(words));
        return command;
    }

    /** Waits for the answer. @throws IOException when the order failed or the process is gone */
    public Line ask(Line order) throws IOException {
        orders.println(order);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the process that was told to \"" + order.word() + "\" is gone");
        }
        Line line = Line.parse(answer);
        if (line.word().equals("failed")) {
            throw new IOException(order.word() + ": " + line.text("why"));
        }
        return line;
    }

    /** Waits until it is done; nothing is asked. @throws IOException as {@link #ask} */
    public void tell(Line order) throws IOException {
        Line done = ask(order);
        if (!done.word().equals(order.word())) {
            throw new IOException("told to \"" + order.word() + "\", it answered " + done);
        }
    }

    /** So far. */
    public double cpuSeconds() {
        return new ProcessTree(process.pid()).cpuSeconds();
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
    }
}
