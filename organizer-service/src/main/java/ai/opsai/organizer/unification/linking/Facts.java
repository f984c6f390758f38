package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.RecordId;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What one record says of the thing it is about, by canonical field. Identified by its record alone. */
public record Facts(RecordId id, SortedMap<String, String> values) implements Comparable<Facts> {

    @Nullable
    String value(String field) {
        return values.get(field);
    }

    @Nullable
    Email email() {
        String email = values.get("email");
        return email == null ? null : Email.of(email);
    }

    @Nullable
    PersonName name() {
        return PersonName.of(values.get("first_name"), values.get("last_name"), values.get("name"));
    }

    EntityKey stream() {
        return id.entityKey();
    }

    boolean sameSource(Facts other) {
        return stream().equals(other.stream()) && id.connectionId().equals(other.id.connectionId());
    }

    /** A record is what its id says; its values are only what is known of it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && id.equals(facts.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public int compareTo(Facts other) {
        return id.compareTo(other.id);
    }
}
