package ai.opsai.organizer.unification;

import java.util.Comparator;

/** An entity of a provider, as its samples name it: {@code github}, {@code repositories}. */
public record EntityKey(String provider, String entity) implements Comparable<EntityKey> {

    private static final Comparator<EntityKey> ORDER =
            Comparator.comparing(EntityKey::provider).thenComparing(EntityKey::entity);

    @Override
    public int compareTo(EntityKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return provider + "." + entity;
    }
}
