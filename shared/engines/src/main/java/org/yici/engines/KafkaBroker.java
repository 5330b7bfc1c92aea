package org.yici.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One KRaft node, broker and controller at once, inside this JVM. */
final class KafkaBroker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaBroker.class);

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static KafkaBroker start(Path data) throws Exception {
        Path folder = formatted(data);
        List<Integer> ports = FreePorts.take(2);
        var config = new KafkaConfig(KafkaSettings.of(folder, ports.get(0), ports.get(1)), false);
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
        } catch (Throwable broken) {
            server.shutdown();
            throw broken;
        }
        log.info("Kafka listens on 127.0.0.1:{}", ports.get(0));
        return new KafkaBroker(server, ports.get(0));
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Formats beside the destination and renames: a killed first start is simply begun again. */
    private static Path formatted(Path data) throws Exception {
        Path folder = data.resolve("kafka");
        if (!Files.exists(folder)) {
            Path draft = data.resolve("kafka.new");
            FileTree.delete(draft);
            Files.createDirectory(draft);
            format(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    private static void format(Path folder) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(KafkaSettings.NODE)
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(KafkaSettings.CONTROLLER)
                .run();
    }

    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
    }
}
