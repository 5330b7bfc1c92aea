package org.yici.standalone;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** One log for the whole JVM: everything in a file of the data folder, only what needs a person on the terminal. */
final class Logs {

    private Logs() {}

    /** Three applications share this JVM: none of them may set up logging for itself. */
    static void into(Path file) throws IOException, JoranException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("FILE", file.toString());
        URL settings = Objects.requireNonNull(Logs.class.getResource("/standalone/logback.xml"));
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(settings);
    }
}
