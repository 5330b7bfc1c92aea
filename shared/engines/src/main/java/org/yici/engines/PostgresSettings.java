package org.yici.engines;

import java.util.List;

/** How the embedded PostgreSQL is set; what is not named here keeps PostgreSQL's own default. */
final class PostgresSettings {

    private PostgresSettings() {}

    static List<String> on(int port) {
        return List.of(
                "port=" + port,
                "listen_addresses=" + PostgresServer.HOST,
                "unix_socket_directories=",
                // Three services' pools; and in tests many a service beside each other.
                "max_connections=250",
                "shared_buffers=128MB",
                // An acknowledged gift survives the power cord.
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                // A caller that vanished in the middle must not hold the ledger's head.
                "idle_in_transaction_session_timeout=30s",
                // Queries are short; compiling them costs more than it saves.
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off");
    }
}
