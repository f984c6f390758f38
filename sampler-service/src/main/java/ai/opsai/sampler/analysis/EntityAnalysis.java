package ai.opsai.sampler.analysis;

import ai.opsai.profile.DataQuality;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Freshness;
import ai.opsai.profile.KeyCandidate;
import ai.opsai.profile.KeyCandidates;
import ai.opsai.profile.RowsDetail;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is known of one entity. */
final class EntityAnalysis {

    /** A row may use ids or texts as keys. */
    private static final int LONGEST = 200;

    private static final int MOST = 2_000;
    private static final int KEYS = 20;

    private final RowsDetail rows;
    private final DataQuality quality;
    private final Map<FieldPath, FieldAnalysis> fields = new LinkedHashMap<>();

    EntityAnalysis(EntityRows entity) {
        this.rows = RowsDetail.of(entity.rows());
        this.quality = DataQuality.of(rows.profile());
        rows.fields().keySet().stream()
                .filter(path -> path.toString().length() <= LONGEST)
                .sorted(Comparator.comparingInt(FieldPath::depth)
                        .thenComparing(path -> rows.profile().at(path).filled() == 0)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .forEach(path -> fields.put(
                        path, new FieldAnalysis(rows, path, entity.titles().of(keys(path)))));
    }

    /** Elements of lists have no names of their own. */
    private static List<String> keys(FieldPath path) {
        return path.isSingular() ? path.keys() : List.of();
    }

    DataQuality quality() {
        return quality;
    }

    /** Those that people see first come first: of little depth, and not empty. */
    Map<FieldPath, FieldAnalysis> fields() {
        return fields;
    }

    /** @param most how many fields it may describe */
    ObjectNode json(int most) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("rows", rows.profile().rows());
        node.set("dataQuality", QualityJson.of(quality));
        ArrayNode keys = node.putArray("keyCandidates");
        KeyCandidates.of(rows.profile()).stream()
                .filter(candidate -> fields.containsKey(candidate.path()))
                .limit(KEYS)
                .forEach(candidate -> keys.add(key(candidate)));
        Freshness.of(rows)
                .ifPresent(fresh -> node.putObject("freshness")
                        .put("field", fresh.field().toString())
                        .put("oldest", fresh.period().oldest().toString())
                        .put("newest", fresh.period().newest().toString())
                        .put("rows", fresh.rows()));
        ObjectNode described = node.putObject("fields");
        fields.entrySet().stream()
                .limit(most)
                .forEach(field -> described.set(
                        field.getKey().toString(), field.getValue().json()));
        int all = rows.fields().size();
        if (all > described.size()) {
            node.put("fieldsLeftOut", all - described.size());
        }
        return node;
    }

    private static ObjectNode key(KeyCandidate candidate) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("path", candidate.path().toString())
                .put("rows", candidate.seen())
                .put("duplicatesUpTo", candidate.duplicatesUpTo());
    }
}
