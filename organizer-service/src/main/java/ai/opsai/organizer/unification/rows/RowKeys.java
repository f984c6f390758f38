package ai.opsai.organizer.unification.rows;

import ai.opsai.organizer.unification.CanonicalJson;
import ai.opsai.organizer.unification.RecordId;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.organizer.unification.stream.Row;
import ai.opsai.profile.Digests;
import ai.opsai.profile.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** The id by which a row is known: its key, or a digest of its content where it has none. */
public final class RowKeys {

    private static final int DIGEST_LENGTH = 24;

    private RowKeys() {}

    public static String of(TypedStream stream, Row row) {
        List<String> parts = new ArrayList<>();
        for (FieldPath field : stream.key().fields()) {
            String value = row.text(field);
            parts.add(value == null ? "" : value);
        }
        return parts.isEmpty()
                ? Digests.sha256(CanonicalJson.text(row.json())).substring(0, DIGEST_LENGTH)
                : String.join("/", parts);
    }

    public static RecordId record(TypedStream stream, Row row) {
        return new RecordId(
                stream.entity().provider(), row.connectionId(), stream.entity().entity(), of(stream, row));
    }
}
