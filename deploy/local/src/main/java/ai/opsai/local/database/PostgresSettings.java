package ai.opsai.local.database;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a server keeps its data and listens. A test's server doesn't wait for its disk: a crash may cost its data,
 * which nobody misses.
 */
public record PostgresSettings(Path data, Path log, int port, boolean ofTest) {

    private static final List<String> HASTY = List.of(
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0");

    List<String> parameters() {
        List<String> always = List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "timezone=UTC",
                "log_timezone=UTC",
                "logging_collector=off");
        return ofTest ? Stream.concat(always.stream(), HASTY.stream()).toList() : always;
    }
}
