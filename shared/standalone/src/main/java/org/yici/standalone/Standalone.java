package org.yici.standalone;

import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The embedded edition: PostgreSQL, Kafka and the three services in one JVM behind one port. A first word that is no
 * {@code --setting=value} is a {@link Commands command}.
 */
public final class Standalone {

    private Standalone() {}

    /** Starts the whole platform in this JVM; for tests. Closing the answer stops all of it. */
    public static RunningYici start(Options options) throws Exception {
        return start(options, ServiceApps.real(), DemoWorld.EMPTY, Console.silent());
    }

    /** As {@link #start(Options)}, and plays the demo world before the front door opens. */
    public static RunningYici start(Options options, DemoWorld world) throws Exception {
        return start(options, ServiceApps.real(), world, Console.silent());
    }

    static RunningYici start(Options options, ServiceApps apps, DemoWorld world, Console console) throws Exception {
        RunningYici yici = new RunningYici(options, new Progress(console));
        try {
            yici.start(apps, world);
            return yici;
        } catch (Throwable broken) {
            yici.close();
            throw broken;
        }
    }

    public static void main(String[] arguments) {
        Console console = Console.ofThisProcess();
        try {
            Options options = Options.read(System.getenv(), List.of(arguments));
            Logs.into(options.logFile());
            int exitCode = arguments.length > 0 && !arguments[0].startsWith("-")
                    ? Commands.run(arguments[0], options, console)
                    : ForegroundRun.of(options, console);
            System.exit(exitCode);
        } catch (Throwable broken) {
            LoggerFactory.getLogger(Standalone.class).error("the start failed", broken);
            console.line(StartRefused.sentence(broken));
            System.exit(1); // Kafka's threads are no daemons and would keep a broken start alive
        }
    }
}
