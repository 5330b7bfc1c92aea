package org.yici.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A Yici in a process of its own, that can be killed: it keeps one row and one record, says so, and waits. */
final class OtherJvm {

    static final String TOPIC = "kept";
    private static final String READY = "kept both";

    private final Process process;

    private OtherJvm(Process process) {
        this.process = process;
    }

    static OtherJvm keepsWord(Path data, String word) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherJvm.class.getName(),
                        data.toString(),
                        word)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); !READY.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the other JVM ended before it was ready");
            }
        }
        return new OtherJvm(process);
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> settings = Engines.start(Path.of(arguments[0])).properties();
        String word = arguments[1];
        try (var connection = RolesTest.connect(settings, "yici_migrate")) {
            connection.createStatement().execute("create schema if not exists room authorization yici_migrate");
            connection.createStatement().execute("create table if not exists room.kept (word text)");
            connection.createStatement().execute("insert into room.kept values ('" + word + "')");
        }
        Map<String, Object> kafka = Map.of("bootstrap.servers", settings.get("yici.kafka"), "acks", "all");
        try (Admin admin = Admin.create(kafka)) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(java.util.List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, word)).get();
        }
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
