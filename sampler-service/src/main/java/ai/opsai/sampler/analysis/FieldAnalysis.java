package ai.opsai.sampler.analysis;

import ai.opsai.profile.Confidence;
import ai.opsai.profile.Counts;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Format;
import ai.opsai.profile.Meaning;
import ai.opsai.profile.Meanings;
import ai.opsai.profile.Period;
import ai.opsai.profile.PersonalData;
import ai.opsai.profile.Range;
import ai.opsai.profile.RowsDetail;
import ai.opsai.profile.SemanticType;
import ai.opsai.profile.Trait;
import ai.opsai.profile.ValueDetail;
import ai.opsai.profile.ValueProfile;
import ai.opsai.profile.WideningTypes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is known of one field, as JSON. */
final class FieldAnalysis {

    private static final int PATTERNS = 3;
    private static final double WORTH_A_LINE = 0.05;
    /** Meanings that say more than a pattern could. */
    private static final Set<SemanticType> TELLING = Set.of(
            SemanticType.EMAIL,
            SemanticType.URL,
            SemanticType.UUID,
            SemanticType.HASH,
            SemanticType.HTML,
            SemanticType.TIMESTAMP,
            SemanticType.DATE,
            SemanticType.ENUM);

    private final RowsDetail rows;
    private final FieldPath path;
    private final String title;
    private final ValueProfile values;
    private final ValueDetail detail;
    private final @Nullable Meaning meaning;
    private final PersonalData.@Nullable Mark personal;

    FieldAnalysis(RowsDetail rows, FieldPath path, String title) {
        this.rows = rows;
        this.path = path;
        this.title = title;
        this.values = rows.profile().at(path);
        this.detail = rows.at(path);
        this.meaning = Meanings.of(path, values, rows.profile().keys(path.parent()));
        this.personal = PersonalData.of(path, title, rows);
    }

    PersonalData.@Nullable Mark personal() {
        return personal;
    }

    ObjectNode json() {
        long places = rows.profile().places(path);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", rows.profile().type(path));
        if (!title.isEmpty()) {
            node.put("title", title);
        }
        node.put("filled", Numbers.percent(values.filled(), places))
                .put("nulls", Numbers.percent(values.nulls(), places))
                .put("empty", Numbers.percent(values.blanks(), places))
                .put("n", places)
                .put("distinct", values.distinct().count());
        if (values.distinct().overflown()) {
            node.put("distinctEstimated", true);
        }
        node.put("valueType", WideningTypes.written(values, detail))
                .put("confidence", Numbers.rounded(Confidence.of(1, values.filled()), 3));
        semantic(node);
        domain(node);
        if (personal != null) {
            node.putObject("personalData")
                    .put("category", personal.category().id())
                    .put("confidence", Numbers.rounded(personal.confidence(), 2));
        }
        return node;
    }

    private void semantic(ObjectNode node) {
        if (meaning != null) {
            node.put("semanticType", meaning.type().id());
            node.put("semanticConfidence", Numbers.rounded(Confidence.of(meaning.support(), meaning.seen()), 3));
        } else {
            trait().ifPresent(trait -> node.put("semanticType", trait));
        }
    }

    /** Meanings that no design depends on. */
    private Optional<String> trait() {
        long scalars = values.scalars();
        if (scalars == 0) {
            return Optional.empty();
        }
        if (detail.count(Trait.IP_ADDRESS) == scalars) {
            return Optional.of("ip_address");
        }
        if (detail.count(Trait.JSON_TEXT) == scalars) {
            return Optional.of("json_text");
        }
        if (values.count(Format.PREFIXED_ID) == scalars) {
            return Optional.of("prefixed_id");
        }
        boolean code = values.count(Format.LEADING_ZERO) > 0
                && values.count(Format.LEADING_ZERO) + values.count(Format.INTEGER_TEXT) == scalars;
        return code ? Optional.of("code") : Optional.empty();
    }

    /** Ranges, choices and patterns; of people's data only their shape. */
    private void domain(ObjectNode node) {
        if (meaning != null && meaning.type() == SemanticType.ENUM) {
            choices(node.putArray("values"));
        }
        if (personal == null) {
            ranges(node);
        }
        Range lengths = values.lengths();
        if (lengths != null && detail.moments() == null) {
            node.putObject("length").put("min", lengths.min()).put("max", lengths.max());
        }
        Counts shapes = detail.shapes();
        if (!shapes.many() && (meaning == null || !TELLING.contains(meaning.type()))) {
            patterns(node, shapes);
        }
    }

    private void ranges(ObjectNode node) {
        Range numbers = values.numbers();
        Period moments = detail.moments();
        if (numbers != null) {
            node.putObject("range").put("min", numbers.min()).put("max", numbers.max());
        } else if (moments != null) {
            node.putObject("range")
                    .put("min", moments.oldest().toString())
                    .put("max", moments.newest().toString());
        }
    }

    private void choices(ArrayNode node) {
        detail.values()
                .ranked()
                .forEach(
                        choice -> node.addObject().put("value", choice.getKey()).put("count", choice.getValue()));
    }

    private void patterns(ObjectNode node, Counts shapes) {
        var worth = shapes.ranked().stream()
                .filter(shape -> shape.getValue() >= WORTH_A_LINE * values.texts())
                .limit(PATTERNS)
                .toList();
        if (!worth.isEmpty()) {
            ArrayNode patterns = node.putArray("patterns");
            worth.forEach(shape -> patterns.addObject()
                    .put("pattern", shape.getKey())
                    .put("share", Numbers.percent(shape.getValue(), values.texts())));
        }
    }
}
