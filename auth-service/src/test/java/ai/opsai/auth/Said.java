package ai.opsai.auth;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.EventCodec;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SamplePurpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the other services say when all went well. */
final class Said {

    private Said() {}

    /** The first sample after connecting. */
    static SampleCollected collected(UUID connection, long version) {
        return collected(connection, version, version, SamplePurpose.CONNECT);
    }

    static SampleCollected collected(
            UUID connection, long connectionVersion, long sampleVersion, SamplePurpose purpose) {
        return new SampleCollected(
                connection,
                connectionVersion,
                sampleVersion,
                purpose,
                "github",
                Instant.parse("2026-11-22T10:00:00Z"),
                Map.of(),
                Map.of(),
                EventCodec.mapper().createObjectNode());
    }

    static DatabaseOrganized organized(UUID request) {
        return new DatabaseOrganized(
                request,
                1,
                true,
                "f1",
                Map.of(),
                0,
                "1",
                List.of(),
                Map.of(),
                List.of(),
                "deterministic",
                null,
                Map.of());
    }
}
