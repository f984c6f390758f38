package ai.opsai.organizer.unification;

import ai.opsai.organizer.unification.linking.Cluster;
import ai.opsai.organizer.unification.linking.LookAlike;
import ai.opsai.organizer.unification.linking.Pair;
import ai.opsai.organizer.unification.linking.UnifiedConcept;
import ai.opsai.organizer.unification.matching.ColumnMatch;
import ai.opsai.organizer.unification.references.Reference;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what was unified, and what only looked like it, as the sections of the offline document. */
final class LinkJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_LOOK_ALIKES = 200;

    private LinkJson() {}

    static ObjectNode record(RecordId record) {
        return JSON.objectNode()
                .put("provider", record.provider())
                .put("connectionId", record.connectionId().toString())
                .put("entity", record.entity())
                .put("id", record.id());
    }

    static ArrayNode links(List<UnifiedConcept> concepts) {
        ArrayNode links = JSON.arrayNode();
        for (UnifiedConcept concept : concepts) {
            for (int i = 0; i < concept.ids().size(); i++) {
                Cluster cluster = concept.links().clusters().get(i);
                if (cluster.members().size() > 1) {
                    links.add(link(concept, cluster, i));
                }
            }
        }
        return links;
    }

    private static ObjectNode link(UnifiedConcept concept, Cluster cluster, int index) {
        ObjectNode json = JSON.objectNode()
                .put("unifiedEntity", concept.table())
                .put("unifiedId", concept.ids().get(index).toString());
        ArrayNode members = json.putArray("members");
        cluster.members().forEach(member -> members.add(record(member.id())));
        json.put("probability", Numbers.rounded(cluster.probability()))
                .put("by", cluster.byUser() ? "override" : "engine");
        cluster.evidence().forEach(json.putArray("evidence")::add);
        return json;
    }

    static ArrayNode columnMatches(List<ColumnMatch> matches) {
        ArrayNode json = JSON.arrayNode();
        for (ColumnMatch match : matches) {
            ObjectNode each = json.addObject()
                    .put("unifiedEntity", match.concept().table())
                    .put("unifiedField", match.field());
            ArrayNode sources = each.putArray("sources");
            match.sources()
                    .forEach(source -> sources.add(ReportJson.entity(source.entity())
                            .put("path", source.path().toString())));
            each.put("confidence", Numbers.rounded(match.confidence())).put("by", match.by());
        }
        return json;
    }

    /** What a person should look at: pairs that look alike and were not joined, and references that are only likely. */
    static ArrayNode review(List<UnifiedConcept> concepts, List<Reference> references) {
        ArrayNode review = JSON.arrayNode();
        for (UnifiedConcept concept : concepts) {
            concept.links().lookAlikes().stream()
                    .sorted(Comparator.comparing(LookAlike::pair))
                    .limit(MOST_LOOK_ALIKES)
                    .forEach(lookAlike -> review.add(lookAlike(concept, lookAlike)));
        }
        references.stream()
                .filter(reference -> reference.status() == Reference.Status.SUGGESTED)
                .forEach(reference -> review.add(reference(reference)));
        return review;
    }

    private static ObjectNode lookAlike(UnifiedConcept concept, LookAlike lookAlike) {
        Pair pair = lookAlike.pair();
        ObjectNode json = JSON.objectNode().put("kind", "look_alike").put("unifiedEntity", concept.table());
        json.putArray("members")
                .add(record(pair.left().id()))
                .add(record(pair.right().id()));
        json.put("probability", Numbers.rounded(pair.probability())).put("reason", lookAlike.reason());
        pair.reasons().forEach(json.putArray("evidence")::add);
        return json;
    }

    private static ObjectNode reference(Reference reference) {
        ObjectNode json = JSON.objectNode().put("kind", "reference");
        json.set(
                "from",
                ReportJson.entity(reference.from()).put("path", reference.path().toString()));
        json.set(
                "to",
                ReportJson.entity(reference.to()).put("path", reference.toPath().toString()));
        json.put("probability", Numbers.rounded(reference.confidence()));
        reference.evidence().forEach(json.putArray("evidence")::add);
        return json;
    }
}
