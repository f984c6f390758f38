package ai.opsai.organizer.unification;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The unified ids that earlier versions gave out, and where retired ones lead. Ids live on from here. */
public record EarlierLinks(List<Identity> identities, Map<UUID, UUID> redirects) {

    public static final EarlierLinks NONE = new EarlierLinks(List.of(), Map.of());

    public EarlierLinks {
        identities = List.copyOf(identities);
        redirects = Map.copyOf(redirects);
    }
}
