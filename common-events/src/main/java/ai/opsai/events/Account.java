package ai.opsai.events;

import static java.util.Objects.requireNonNull;

/** The account at the provider that a connection reads: the provider's own id and the name people know it by. */
public record Account(String id, String label) {
    public Account {
        requireNonNull(id, "id");
        requireNonNull(label, "label");
    }
}
