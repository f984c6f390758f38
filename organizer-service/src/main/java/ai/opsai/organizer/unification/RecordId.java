package ai.opsai.organizer.unification;

import java.util.Comparator;
import java.util.UUID;

/**
 * One record of one connection. The order (provider, connection, entity, id) decides which member is the smallest, and
 * with it the unified id that a group of records gets when it first appears.
 */
public record RecordId(String provider, UUID connectionId, String entity, String id) implements Comparable<RecordId> {

    private static final Comparator<RecordId> ORDER = Comparator.comparing(RecordId::provider)
            .thenComparing(record -> record.connectionId().toString())
            .thenComparing(RecordId::entity)
            .thenComparing(RecordId::id);

    public EntityKey entityKey() {
        return new EntityKey(provider, entity);
    }

    @Override
    public int compareTo(RecordId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return provider + "/" + connectionId + "/" + entity + "/" + id;
    }
}
