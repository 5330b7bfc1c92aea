package org.yici.benchmarks.side;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yici.benchmarks.edition.Edition;
import org.yici.benchmarks.edition.Page;
import org.yici.benchmarks.process.Folder;
import org.yici.benchmarks.process.FreePort;

/** nginx on a loopback port, serving from files what the edition serves: the same bytes under the same headers. */
public final class Nginx implements AutoCloseable {

    private static final Set<String> ITS_OWN =
            Set.of("date", "server", "content-length", "connection", "etag", "content-type");
    private static final int LOOKS = 50;

    private final Edition edition;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Path folder;
    private final int port = FreePort.take();
    private final Process process;

    /**
     * Starts it.
     *
     * @param paths of the pages that it serves
     * @param folder where it keeps everything
     */
    public Nginx(Path program, Edition edition, Collection<String> paths, Path folder)
            throws IOException, InterruptedException {
        this.edition = edition;
        this.folder = Folder.emptied(folder);
        for (String path : paths) {
            copy(path);
        }
        Path settings = Files.writeString(folder.resolve("nginx.conf"), settings());
        process = new ProcessBuilder(
                        program.toString(), "-p", folder.toString(), "-c", settings.toString(), "-g", "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop nginx"));
        awaitOpen();
    }

    /** Where nginx is; empty when it is not on the path. */
    public static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public int port() {
        return port;
    }

    /** Takes the page from the edition as it is now. */
    void copy(String path) throws IOException, InterruptedException {
        Page page = edition.get(path, PageSide.ENCODINGS);
        Path draft = Files.write(folder.resolve("draft"), page.body());
        Files.move(draft, folder.resolve(file(path)), StandardCopyOption.REPLACE_EXISTING);
        pages.put(path, page);
    }

    private void awaitOpen() throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (open.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("nginx did not start");
    }

    private static String file(String path) {
        return "page" + path.replace('/', '_');
    }

    private String settings() {
        String locations = pages.entrySet().stream()
                .map(page -> location(page.getKey(), page.getValue()))
                .collect(Collectors.joining());
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        return """
                %s
                worker_processes auto;
                pid nginx.pid;
                error_log error.log;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  sendfile on;
                  keepalive_requests 1000000000;
                  keepalive_timeout 1h;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  server {
                    listen 127.0.0.1:%d;
                    root "%s";
                %s  }
                }
                """.formatted(user, port, folder, locations);
    }

    private static String location(String path, Page page) {
        String headers = page.headers().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !ITS_OWN.contains(name) && !name.startsWith(":"))
                .map(name -> "      add_header " + name + " \""
                        + page.header(name).orElse("").replace("\"", "\\\"") + "\";\n")
                .collect(Collectors.joining());
        return "    location = %s {\n      default_type \"%s\";\n%s      try_files /%s =404;\n    }\n"
                .formatted(path, page.header("content-type").orElse("text/plain"), headers, file(path));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
