package ai.opsai.events;

import java.util.List;

/** What was asked of the provider and what it granted; the two differ more often than one hopes. */
public record Scopes(List<String> requested, List<String> granted) {
    public Scopes {
        requested = List.copyOf(requested);
        granted = List.copyOf(granted);
    }
}
