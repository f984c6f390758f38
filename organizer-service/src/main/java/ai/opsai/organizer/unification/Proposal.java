package ai.opsai.organizer.unification;

import java.util.List;

/**
 * What a model may propose. Each is scored against the data like a thought of the engine's own; being proposed adds a
 * small, bounded weight and never outweighs a failed check. {@link Proposals} reads and writes them as JSON.
 */
public sealed interface Proposal {

    /** A field of a sampled entity. */
    record Column(String provider, String entity, String path) {}

    /** A description of a field, or of an entity when the path is empty. Text only: it never changes the design. */
    record Describe(Column column, String description) implements Proposal {}

    /** The meaning of a field, by the ids of {@code SemanticType}. */
    record Meaning(Column column, String semanticType) implements Proposal {}

    /** The key of an entity. */
    record PrimaryKey(String provider, String entity, List<String> fields) implements Proposal {

        public PrimaryKey {
            fields = List.copyOf(fields);
        }
    }

    /** A reference from one field to another. */
    record Reference(Column from, Column to) implements Proposal {}

    /** Two fields of different providers that say the same of the same kind of thing. */
    record ColumnMatch(Column left, Column right) implements Proposal {}
}
