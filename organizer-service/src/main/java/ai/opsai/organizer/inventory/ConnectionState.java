package ai.opsai.organizer.inventory;

import java.util.Locale;

/** What the topics last said of a connection, in the order in which one version of it can only go. */
public enum ConnectionState {
    CONNECTED,
    /** Ended by the provider: what was read stays readable. */
    STALE,
    /** Ended by its owner: its samples are gone, its organized rows go with the next run. */
    GONE,
    /** To be forgotten: all of it is gone. */
    ERASED;

    /** Whether nothing of the connection may be used any more. */
    public boolean isOver() {
        return this == GONE || this == ERASED;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ConnectionState of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
