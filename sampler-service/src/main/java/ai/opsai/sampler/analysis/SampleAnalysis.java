package ai.opsai.sampler.analysis;

import ai.opsai.profile.DataQuality;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.PersonalData;
import ai.opsai.profile.RowsProfile;
import ai.opsai.sampler.provider.ModelHint;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The analysis of a sample: its quality in numbers that each mean one thing, what its fields hold, and what business it
 * shows. Small enough to travel in the event that closes the sample: where there are too many fields, the deepest are
 * left out and counted.
 */
public final class SampleAnalysis {

    static final int MAX_BYTES = 256 * 1024;

    private static final int MAX_FIELDS = 300;
    private static final int MAX_MARKS = 200;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final BusinessModels models;

    public SampleAnalysis(Clock clock) {
        this.models = new BusinessModels(clock);
    }

    public ObjectNode of(List<ModelHint> hints, TestRows rows) {
        var entities = new TreeMap<String, EntityAnalysis>();
        rows.live().forEach((name, entity) -> entities.put(name, new EntityAnalysis(entity)));
        ObjectNode analysis = NODES.objectNode();
        analysis.set("dataQuality", overall(entities));
        BusinessModels.Judgement judgement = models.judge(hints, rows.live());
        analysis.put("businessModel", judgement.model());
        ArrayNode evidence = analysis.putArray("businessModelEvidence");
        judgement.evidence().forEach(each -> evidence.add(evidence(each)));
        personal(entities, analysis.putArray("personalData"));
        if (!rows.counts().isEmpty()) {
            analysis.set("testMode", testMode(rows));
        }
        describe(entities, analysis);
        return analysis;
    }

    /** Top-level field to its type, as a sample shows it. */
    public static Map<String, String> schema(List<ObjectNode> rows) {
        return RowsProfile.topLevelTypes(rows);
    }

    private static void describe(SortedMap<String, EntityAnalysis> entities, ObjectNode analysis) {
        int most = MAX_FIELDS;
        do {
            ObjectNode details = analysis.putObject("entities");
            int limit = most;
            entities.forEach((name, entity) -> details.set(name, entity.json(limit)));
            most /= 2;
        } while (most > 0 && analysis.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES);
    }

    /** Over the values of all entities, each counting once. */
    private static ObjectNode overall(SortedMap<String, EntityAnalysis> entities) {
        return entities.values().stream()
                .map(EntityAnalysis::quality)
                .filter(quality -> quality.rows() > 0)
                .reduce(DataQuality::plus)
                .map(QualityJson::of)
                .orElseGet(() -> NODES.objectNode().put("rows", 0));
    }

    private static ObjectNode evidence(BusinessModels.Evidence evidence) {
        return NODES.objectNode()
                .put("model", evidence.model())
                .put("statement", evidence.statement())
                .put("entity", evidence.entity())
                .put("rows", evidence.rows())
                .put("of", evidence.of())
                .put("points", evidence.points());
    }

    private static void personal(SortedMap<String, EntityAnalysis> entities, ArrayNode marks) {
        entities.forEach((name, entity) -> {
            for (Map.Entry<FieldPath, FieldAnalysis> field : entity.fields().entrySet()) {
                PersonalData.Mark mark = field.getValue().personal();
                if (mark != null && marks.size() < MAX_MARKS) {
                    marks.addObject()
                            .put("category", mark.category().id())
                            .put("entity", name)
                            .put("field", field.getKey().toString())
                            .put("confidence", Numbers.rounded(mark.confidence(), 2));
                }
            }
        });
    }

    private static ObjectNode testMode(TestRows rows) {
        ObjectNode node = NODES.objectNode()
                .put(
                        "rows",
                        rows.counts().values().stream()
                                .mapToLong(TestRows.Count::rows)
                                .sum())
                .put(
                        "of",
                        rows.counts().values().stream()
                                .mapToLong(TestRows.Count::of)
                                .sum())
                .put("apart", rows.apart());
        ObjectNode entities = node.putObject("entities");
        rows.counts()
                .forEach((name, count) ->
                        entities.putObject(name).put("rows", count.rows()).put("of", count.of()));
        return node;
    }
}
