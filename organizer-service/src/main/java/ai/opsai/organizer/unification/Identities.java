package ai.opsai.organizer.unification;

import ai.opsai.organizer.unification.linking.Cluster;
import ai.opsai.organizer.unification.linking.Facts;
import ai.opsai.organizer.unification.linking.UnifiedConcept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The members of all unified records, with the version in which each member was first seen under its id. */
final class Identities {

    private Identities() {}

    static List<Identity> of(List<UnifiedConcept> concepts, EarlierLinks earlier, int version) {
        record Seen(UUID id, RecordId member) {}
        Map<Seen, Integer> seen = new HashMap<>();
        earlier.identities()
                .forEach(identity ->
                        seen.put(new Seen(identity.unifiedId(), identity.member()), identity.firstSeenVersion()));
        List<Identity> identities = new ArrayList<>();
        for (UnifiedConcept concept : concepts) {
            for (int i = 0; i < concept.ids().size(); i++) {
                UUID id = concept.ids().get(i);
                Cluster cluster = concept.links().clusters().get(i);
                for (Facts member : cluster.members()) {
                    identities.add(new Identity(
                            id,
                            concept.table(),
                            concept.concept().name(),
                            member.id(),
                            Numbers.rounded(cluster.probability()),
                            cluster.byUser() ? "user" : "engine",
                            seen.getOrDefault(new Seen(id, member.id()), version)));
                }
            }
        }
        return identities;
    }
}
