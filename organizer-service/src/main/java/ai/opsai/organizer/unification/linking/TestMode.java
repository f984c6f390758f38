package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.organizer.unification.stream.Row;
import ai.opsai.profile.FieldPath;
import tools.jackson.databind.JsonNode;

/** Rows that a provider marks as made in test mode, among real ones: they are kept, but never taken for real things. */
public final class TestMode {

    private static final FieldPath LIVE = FieldPath.of("livemode");

    private TestMode() {}

    public static boolean isTest(TypedStream stream, Row row) {
        JsonNode live = row.json().get("livemode");
        return live != null
                && live.isBoolean()
                && !live.booleanValue()
                && stream.shape().values(LIVE).distinct().count() > 1;
    }
}
