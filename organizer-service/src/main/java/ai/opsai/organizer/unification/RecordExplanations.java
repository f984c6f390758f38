package ai.opsai.organizer.unification;

import ai.opsai.organizer.unification.linking.Cluster;
import ai.opsai.organizer.unification.linking.Evidence;
import ai.opsai.organizer.unification.linking.Facts;
import ai.opsai.organizer.unification.linking.LookAlike;
import ai.opsai.organizer.unification.linking.Pair;
import ai.opsai.organizer.unification.linking.UnifiedConcept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Explains from what a run found out; nothing is looked up elsewhere. */
final class RecordExplanations implements Explanations {

    private final List<UnifiedConcept> concepts;
    private final ObjectNode entities;
    private final Report report;

    RecordExplanations(List<UnifiedConcept> concepts, ObjectNode entities, Report report) {
        this.concepts = concepts;
        this.entities = entities;
        this.report = report;
    }

    @Override
    public Optional<ObjectNode> entity(String entity) {
        JsonNode found = entities.get(entity);
        if (found == null) {
            return Optional.empty();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("entity", entity);
        json.set("fields", found.path("fields"));
        ArrayNode decisions = json.putArray("decisions");
        concept(entity).ifPresent(concept -> concept.streams().forEach(stream -> decisions.add(stream.reason())));
        about(report.primaryKeys(), entity, decisions);
        about(report.foreignKeys(), entity, decisions);
        return Optional.of(json);
    }

    private static void about(ArrayNode section, String entity, ArrayNode decisions) {
        for (JsonNode each : section.values()) {
            String name = each.path("provider").asString("") + "_"
                    + each.path("entity").asString("");
            if (name.equals(entity)) {
                decisions.add(each);
            }
        }
    }

    private Optional<UnifiedConcept> concept(String entity) {
        return concepts.stream()
                .filter(concept -> concept.table().equals(entity))
                .findFirst();
    }

    @Override
    public Optional<ObjectNode> record(String entity, String id) {
        return concept(entity)
                .flatMap(concept -> places(concept, id).stream().findFirst().map(place -> joined(concept, place)));
    }

    /** A member of a unified record, and the group that it is in. */
    private record Place(int group, Facts member) {}

    private static List<Place> places(UnifiedConcept concept, String id) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < concept.ids().size(); i++) {
            for (Facts member : concept.links().clusters().get(i).members()) {
                RecordId record = member.id();
                if (concept.ids().get(i).toString().equals(id)
                        || record.id().equals(id)
                        || record.toString().equals(id)) {
                    places.add(new Place(i, member));
                }
            }
        }
        return places;
    }

    private static ObjectNode joined(UnifiedConcept concept, Place place) {
        Cluster cluster = concept.links().clusters().get(place.group());
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("entity", concept.table())
                .put("unifiedId", concept.ids().get(place.group()).toString())
                .put("probability", Numbers.rounded(cluster.probability()))
                .put("by", cluster.byUser() ? "override" : "engine");
        ArrayNode members = json.putArray("members");
        cluster.members().forEach(member -> members.add(LinkJson.record(member.id())));
        cluster.evidence().forEach(json.putArray("evidence")::add);
        ArrayNode pairs = json.putArray("pairs");
        List<Facts> of = List.copyOf(cluster.members());
        for (int i = 0; i < of.size(); i++) {
            for (int j = i + 1; j < of.size(); j++) {
                pairs.add(pair(concept.links().scorer().score(of.get(i), of.get(j))));
            }
        }
        return json;
    }

    private static ObjectNode pair(Pair pair) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("members")
                .add(LinkJson.record(pair.left().id()))
                .add(LinkJson.record(pair.right().id()));
        json.put("probability", Numbers.rounded(pair.probability()));
        ArrayNode evidence = json.putArray("evidence");
        for (Evidence each : pair.evidence()) {
            evidence.addObject().put("reason", each.reason()).put("weight", Numbers.rounded(each.weight()));
        }
        return json;
    }

    @Override
    public Optional<ObjectNode> pair(String entity, String id, String otherId) {
        Optional<UnifiedConcept> found = concept(entity);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        UnifiedConcept concept = found.get();
        List<Place> one = places(concept, id);
        List<Place> other = places(concept, otherId);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Pair closest = closest(concept, one, other);
        boolean joined = one.getFirst().group() == other.getFirst().group();
        ObjectNode json = pair(closest).put("entity", entity).put("joined", joined);
        return Optional.of(json.put("reason", joined ? "they are one" : reason(concept, closest)));
    }

    private static Pair closest(UnifiedConcept concept, List<Place> one, List<Place> other) {
        List<Pair> pairs = new ArrayList<>();
        one.forEach(left ->
                other.forEach(right -> pairs.add(concept.links().scorer().score(left.member(), right.member()))));
        return pairs.stream().sorted().findFirst().orElseThrow();
    }

    private static String reason(UnifiedConcept concept, Pair pair) {
        return concept.links().lookAlikes().stream()
                .filter(alike -> alike.pair().left().equals(pair.left())
                        && alike.pair().right().equals(pair.right()))
                .map(LookAlike::reason)
                .findFirst()
                .orElse(pair.summary() + ": not enough evidence");
    }
}
