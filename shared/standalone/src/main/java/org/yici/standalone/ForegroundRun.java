package org.yici.standalone;

import java.util.concurrent.TimeUnit;
import org.yici.standalone.demo.CountyCase;

/** The plain run, from the operator's Enter to the operator's Ctrl-C. */
final class ForegroundRun {

    /** What a service manager or an impatient person grants a program that was asked to stop. */
    private static final int STOP_SECONDS = 9;

    private ForegroundRun() {}

    static int of(Options options, Console console) throws Exception {
        Progress progress = new Progress(console);
        RunningYici yici = new RunningYici(options, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(yici, console), "stop-yici"));
        try {
            yici.start(ServiceApps.real(), new CountyCase());
        } catch (Throwable broken) {
            if (yici.isClosing()) {
                yici.awaitClosed();
                return 0;
            }
            yici.close();
            throw broken;
        }
        greet(yici, options, progress, console);
        yici.awaitClosed();
        return 0;
    }

    private static void greet(RunningYici yici, Options options, Progress progress, Console console) {
        console.say("ready", Math.round(progress.seconds() * 10) / 10.0);
        console.say("ready.address", yici.publicUrl());
        console.say("ready.staff", yici.publicUrl());
        if (options.demo()) {
            console.say("ready.demo");
            console.say("ready.demo.accounts");
        }
        console.say("ready.health", Integer.toString(yici.managementPort()));
        console.say("ready.data", yici.data(), options.logFile("yici"));
        console.say("ready.stop");
    }

    private static void stop(RunningYici yici, Console console) {
        if (yici.isClosing()) {
            return;
        }
        haltIfItTakesTooLong();
        console.say("stopping");
        yici.close();
        console.say("stopped");
    }

    /** The engines survive a kill, so a stop that hangs may end as one; PostgreSQL's watchdog sees the JVM go. */
    private static void haltIfItTakesTooLong() {
        Thread lastResort = new Thread(
                () -> {
                    try {
                        TimeUnit.SECONDS.sleep(STOP_SECONDS);
                    } catch (InterruptedException alreadyDone) {
                        return;
                    }
                    Runtime.getRuntime().halt(1);
                },
                "last-resort");
        lastResort.setDaemon(true);
        lastResort.start();
    }
}
