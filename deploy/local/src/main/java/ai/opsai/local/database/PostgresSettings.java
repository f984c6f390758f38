package ai.opsai.local.database;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where a server keeps its data and listens, and for whom. */
public record PostgresSettings(Path data, Path log, int port, Use use) {

    /** What a server is started for. */
    public enum Use {
        /** People's data, which outlive the process that started the server. */
        STACK,
        /** A measurement: the data go with the process that started the server, and each commit waits for the disk. */
        MEASUREMENT,
        /** A test: nothing waits for the disk, since a crash costs only data that nobody misses. */
        TEST
    }

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
        return use == Use.TEST ? Stream.concat(always.stream(), HASTY.stream()).toList() : always;
    }

    boolean endsWithParent() {
        return use != Use.STACK;
    }
}
