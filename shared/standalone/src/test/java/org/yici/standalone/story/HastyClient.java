package org.yici.standalone.story;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A client that may hang up at any moment: in the middle of its request, right after it, or while the answer is coming. */
final class HastyClient {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final Random chance;

    HastyClient(Random chance) {
        this.chance = chance;
    }

    private enum Manner {
        POLITE,
        HALF_A_REQUEST,
        GONE_AT_ONCE,
        GONE_IN_A_MOMENT
    }

    /** The answer of a client that waited for it; null of one that hung up. */
    @Nullable
    String post(String path, Map<String, String> headers, String body) throws IOException, InterruptedException {
        Manner manner = Manner.values()[chance.nextInt(Manner.values().length)];
        byte[] request = request(path, headers, body);
        try (Socket socket = new Socket("127.0.0.1", County.address("/").getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            // Closed with a reset, half the time.
            socket.setSoLinger(manner != Manner.POLITE && chance.nextBoolean(), 0);
            int sent = manner == Manner.HALF_A_REQUEST ? chance.nextInt(request.length) : request.length;
            socket.getOutputStream().write(request, 0, sent);
            if (manner == Manner.GONE_IN_A_MOMENT) {
                Thread.sleep(chance.nextInt(LONGEST_PAUSE_MILLIS));
            }
            return manner == Manner.POLITE ? answer(socket.getInputStream()) : null;
        }
    }

    private static byte[] request(String path, Map<String, String> headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String answer(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
