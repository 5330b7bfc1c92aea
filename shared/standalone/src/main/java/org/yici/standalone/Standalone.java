package org.yici.standalone;

import java.util.List;
import org.slf4j.LoggerFactory;
import org.yici.engines.DataFolderInUse;
import org.yici.engines.Engines;

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
            System.exit(run(arguments.length == 0 ? "" : arguments[0], options, console));
        } catch (DataFolderInUse another) { // whose log file this is
            console.line(OneSentence.of(another));
            System.exit(1);
        } catch (Throwable broken) {
            LoggerFactory.getLogger(Standalone.class).error("the start failed", broken);
            console.line(OneSentence.of(broken));
            System.exit(1); // Kafka's threads are no daemons and would keep a broken start alive
        }
    }

    private static int run(String word, Options options, Console console) throws Exception {
        if (word.isEmpty() || word.startsWith("-")) {
            Engines.refuseIfInUse(options.data());
            Logs.into(options.logFile("yici"));
            return ForegroundRun.of(options, console);
        }
        Logs.into(options.logFile(Commands.isKnown(word) ? word : "commands"));
        return Commands.run(word, options, console);
    }
}
