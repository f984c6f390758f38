package ai.opsai.organizer.inventory;

import java.util.Locale;

/** Closed samples are open until all their parts are there. */
enum SampleState {
    OPEN,
    COMPLETE,
    FAILED;

    static SampleState of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
