package ai.opsai.organizer.run;

import java.util.Locale;

/** At most one run of a tenant is waiting or running. */
enum RunState {
    REQUESTED,
    WAITING,
    RUNNING,
    DONE,
    FAILED;

    boolean isOver() {
        return this == DONE || this == FAILED;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
