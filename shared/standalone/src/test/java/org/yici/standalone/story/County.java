package org.yici.standalone.story;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yici.standalone.Options;
import org.yici.standalone.RunningYici;
import org.yici.standalone.Standalone;

/**
 * A county of its own for all tests of this package: one running edition with staff, sandbox and clock, one small
 * campaign, and no history. Started at the first question, stopped with the JVM.
 */
final class County {

    private static final Path DATA = Path.of("target", "story").toAbsolutePath();

    private static @Nullable RunningYici running;
    private static @Nullable Throwable broken;

    private County() {}

    static synchronized RunningYici yici() {
        if (broken != null) {
            throw new IllegalStateException("The county did not start", broken);
        }
        if (running == null) {
            try {
                running = start();
            } catch (Throwable e) {
                broken = e;
                throw new IllegalStateException("The county did not start", e);
            }
        }
        return running;
    }

    static URI address(String path) {
        return URI.create(yici().publicUrl() + path);
    }

    /** Settings of this county, for the commands that an operator types beside it. */
    static Options options() {
        return Options.forTests(DATA);
    }

    /** The one look behind the front door: what an auditor of the database would see. */
    static Connection owner() throws SQLException {
        Map<String, String> settings = yici().properties();
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%s/%s"
                        .formatted(
                                settings.get("yici.database.host"),
                                settings.get("yici.database.port"),
                                settings.get("yici.database.name")),
                "yici_migrate",
                settings.get("yici.database.password-of.yici_migrate"));
    }

    private static RunningYici start() throws Exception {
        delete(DATA);
        RunningYici yici = Standalone.start(options());
        Runtime.getRuntime().addShutdownHook(new Thread(yici::close, "stop-the-county"));
        SmallCampaign.openIn(yici);
        return yici;
    }

    static void delete(Path tree) throws java.io.IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
