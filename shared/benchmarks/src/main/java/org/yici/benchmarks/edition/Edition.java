package org.yici.benchmarks.edition;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yici.benchmarks.process.ChildJvm;
import org.yici.benchmarks.process.FreePort;
import org.yici.benchmarks.process.ProcessTree;

/** The edition under test: the plain run in a process of its own, on free ports, its demo world played. */
public final class Edition implements AutoCloseable {

    private static final String MAIN = "org.yici.standalone.Standalone";
    private static final int READY_SECONDS = 300;
    private static final int STOP_SECONDS = 12;
    private static final int OK = 200;

    private final Process process;
    private final Path data;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private Edition(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /** Starts it on a data folder, and waits until the front page is there. */
    public static Edition start(Path data, List<String> jvmArguments) throws IOException, InterruptedException {
        int port = FreePort.take();
        List<String> command = ChildJvm.command(
                jvmArguments,
                MAIN,
                "--yici.port=" + port,
                "--yici.management-port=" + FreePort.take(),
                "--yici.data=" + data);
        Path log = Files.createDirectories(data).resolveSibling(data.getFileName() + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("YICI_"));
        Edition edition = new Edition(builder.start(), data, port);
        Runtime.getRuntime().addShutdownHook(new Thread(edition::stop, "stop the edition"));
        edition.awaitReady(log);
        return edition;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        for (int second = 0; second < READY_SECONDS; second++) {
            if (!process.isAlive()) {
                break;
            }
            TimeUnit.SECONDS.sleep(1);
            if (isOpen()) {
                return;
            }
        }
        stop();
        throw new IllegalStateException("the edition did not start:\n" + Files.readString(log));
    }

    private boolean isOpen() throws InterruptedException {
        try {
            return get("/", "identity").statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    public Database database() throws IOException {
        return Database.in(data);
    }

    /** JVM and PostgreSQL together. */
    public ProcessTree processes() {
        return new ProcessTree(process.pid());
    }

    public ProcessTree postgres() throws IOException {
        Path file = data.resolve("postgresql").resolve("postmaster.pid");
        return new ProcessTree(Long.parseLong(Files.readAllLines(file).get(0).strip()));
    }

    /** One page, as bytes. */
    public Page get(String path, String encodings) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", encodings)
                .build();
        var response = client.send(request, BodyHandlers.ofByteArray());
        return new Page(response.statusCode(), response.headers().map(), response.body());
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
