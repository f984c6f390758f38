package ai.opsai.sampler.analysis;

import ai.opsai.profile.DataQuality;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.KeyCandidate;
import ai.opsai.profile.KeyCandidates;
import ai.opsai.profile.RowsProfile;
import ai.opsai.sampler.provider.ModelHint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The analysis of a sample: its quality in numbers that each mean one thing, and what business it shows. */
public final class SampleAnalysis {

    private static final int MAX_FIELDS = 150;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final BusinessModels models;

    public SampleAnalysis(Clock clock) {
        this.models = new BusinessModels(clock);
    }

    public ObjectNode of(List<ModelHint> hints, Map<String, EntityRows> entities) {
        var profiles = new TreeMap<String, RowsProfile>();
        entities.forEach((name, rows) -> profiles.put(name, RowsProfile.of(rows.rows())));
        ObjectNode analysis = NODES.objectNode();
        analysis.set("dataQuality", overall(profiles));
        BusinessModels.Judgement judgement = models.judge(hints, entities);
        analysis.put("businessModel", judgement.model());
        ArrayNode evidence = analysis.putArray("businessModelEvidence");
        judgement.evidence().forEach(each -> evidence.add(evidence(each)));
        ObjectNode details = analysis.putObject("entities");
        profiles.forEach((name, profile) -> details.set(name, entity(profile)));
        return analysis;
    }

    /** Top-level field to its type, as a sample shows it. */
    public static Map<String, String> schema(List<ObjectNode> rows) {
        return RowsProfile.of(rows).topLevelTypes();
    }

    /** Averages over the entities, each counting as much as it has rows. */
    private static ObjectNode overall(Map<String, RowsProfile> profiles) {
        List<DataQuality> qualities = profiles.values().stream()
                .filter(profile -> profile.rows() > 0)
                .map(DataQuality::of)
                .toList();
        ObjectNode node = NODES.objectNode();
        if (!qualities.isEmpty()) {
            node.put("completeness", average(qualities, DataQuality::completeness));
            node.put("validity", average(qualities, DataQuality::validity));
            node.put("uniqueness", average(qualities, DataQuality::uniqueness));
            node.put("consistency", average(qualities, DataQuality::consistency));
        }
        return node.put("rows", qualities.stream().mapToLong(DataQuality::rows).sum());
    }

    private static double average(List<DataQuality> qualities, ToDoubleFunction<DataQuality> measure) {
        double sum = qualities.stream()
                .mapToDouble(each -> measure.applyAsDouble(each) * each.rows())
                .sum();
        long rows = qualities.stream().mapToLong(DataQuality::rows).sum();
        return BigDecimal.valueOf(sum / rows).setScale(1, RoundingMode.HALF_UP).doubleValue();
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

    private static ObjectNode entity(RowsProfile profile) {
        DataQuality quality = DataQuality.of(profile);
        ObjectNode node = NODES.objectNode().put("rows", profile.rows());
        node.putObject("dataQuality")
                .put("completeness", quality.completeness())
                .put("validity", quality.validity())
                .put("uniqueness", quality.uniqueness())
                .put("consistency", quality.consistency());
        ArrayNode keys = node.putArray("keyCandidates");
        for (KeyCandidate candidate : KeyCandidates.of(profile)) {
            keys.add(NODES.objectNode()
                    .put("path", candidate.path().toString())
                    .put("rows", candidate.seen())
                    .put("duplicatesUpTo", candidate.duplicatesUpTo()));
        }
        ObjectNode fields = node.putObject("fields");
        Map<String, String> types = profile.topLevelTypes();
        profile.children(FieldPath.ROOT).stream()
                .limit(MAX_FIELDS)
                .forEach(path ->
                        fields.set(path.name(), field(profile, path, types.getOrDefault(path.name(), "unknown"))));
        return node;
    }

    private static ObjectNode field(RowsProfile profile, FieldPath path, String type) {
        double filled = 100 * profile.completeness(path);
        return NODES.objectNode()
                .put("type", type)
                .put(
                        "filled",
                        BigDecimal.valueOf(filled)
                                .setScale(1, RoundingMode.HALF_UP)
                                .doubleValue())
                .put("distinct", profile.at(path).distinct().count());
    }
}
