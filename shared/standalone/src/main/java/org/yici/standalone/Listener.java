package org.yici.standalone;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.yici.platform.outcome.RefusedStart;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A listening HTTP server with the house's limits on what a caller may send and how long a silent one is kept. */
final class Listener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Listener.class);
    private static final int REQUEST_LINE_BYTES = 8 * 1024;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration SILENT_IN_A_REQUEST = Duration.ofSeconds(30);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final DisposableServer server;

    Listener(String bind, int port, String setting, HttpHandler handler) {
        try {
            server = HttpServer.create()
                    .host(bind)
                    .port(port)
                    .channelGroup(connections)
                    .httpRequestDecoder(limits ->
                            limits.maxInitialLineLength(REQUEST_LINE_BYTES).maxHeaderSize(HEADER_BYTES))
                    .idleTimeout(IDLE)
                    .readTimeout(SILENT_IN_A_REQUEST)
                    .handle(new ReactorHttpHandlerAdapter(handler))
                    .bindNow();
        } catch (RuntimeException taken) {
            log.info("port {} on {}", port, bind, taken);
            throw new RefusedStart("Port " + port + " on " + bind
                    + " cannot be opened (is another program using it?): choose another with " + setting + ".");
        }
    }

    int port() {
        return server.port();
    }

    /** Stops listening, lets running requests end for up to 5 s, then hangs up. */
    @Override
    public void close() {
        try {
            server.disposeNow(DRAIN);
        } catch (IllegalStateException stillBusy) {
            log.info("{} connections are still busy after {}: closing them", connections.size(), DRAIN);
        }
        connections.close().awaitUninterruptibly(DRAIN.toMillis());
    }
}
