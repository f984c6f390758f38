package ai.opsai.sampler.label;

import ai.opsai.events.EventCodec;
import ai.opsai.sampler.provider.LabelRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes labels as a JSON Schema that only annotates: titles, and titles of choices, and no row that it would refuse.
 * Bounded: names of fields come first, then choices as long as there is room.
 */
public final class LabelSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonMapper json = EventCodec.mapper();
    private final ObjectNode root = NODES.objectNode();
    private final Set<Object> known = new HashSet<>();
    private final List<Choices> choices = new ArrayList<>();
    private final List<ArrayNode> open = new ArrayList<>();
    private int room;

    /** @param room how many bytes of JSON it may take */
    public LabelSchema(int room) {
        this.room = room;
    }

    /** Adds a field of an entity; the first name of a field counts. */
    public void add(LabelRule rule, FieldLabel label) {
        if (!known.add(List.of(rule.at(), String.valueOf(label.key())))) {
            return;
        }
        ObjectNode field = NODES.objectNode().put("title", label.title());
        ObjectNode described = rule.ofItems() ? item(rule, label, field) : field;
        if (!fits(described, label.key().toString().length())) {
            room = 0;
            return;
        }
        ObjectNode place = place(rule.way());
        ObjectNode value = field;
        if (rule.ofItems()) {
            anyOf(place.withObjectProperty("items")).add(described);
            value = described.withObjectProperty("properties").withObjectProperty(rule.value());
        } else {
            place.withObjectProperty("properties").set(label.key().toString(), described);
        }
        if (!label.options().isEmpty()) {
            choices.add(new Choices(value, label.options()));
        }
    }

    /** The schema; without properties where no field has a name. */
    public ObjectNode build() {
        for (Choices each : choices) {
            ArrayNode options = NODES.arrayNode();
            each.options.forEach(
                    (value, title) -> options.addObject().put("title", title).set("const", json.valueToTree(value)));
            if (fits(options, 0)) {
                anyOf(each.field).addAll(options);
            }
        }
        open.forEach(ArrayNode::addObject);
        choices.clear();
        open.clear();
        return root;
    }

    private ObjectNode item(LabelRule rule, FieldLabel label, ObjectNode titled) {
        titled.withObjectProperty("properties")
                .withObjectProperty(rule.item())
                .set("const", json.valueToTree(label.key()));
        titled.putArray("required").add(rule.item());
        return titled;
    }

    private ObjectNode place(List<String> way) {
        ObjectNode place = root;
        for (String step : way) {
            place = place.withObjectProperty("properties").withObjectProperty(step);
        }
        return place;
    }

    /** Choices that stay open: an empty schema at the end accepts what none of them names. */
    private ArrayNode anyOf(ObjectNode node) {
        if (!node.has("anyOf")) {
            open.add(node.putArray("anyOf"));
        }
        return node.withArrayProperty("anyOf");
    }

    private record Choices(ObjectNode field, Map<Object, String> options) {}

    private boolean fits(Object node, int more) {
        int bytes = node.toString().getBytes(StandardCharsets.UTF_8).length + more;
        if (bytes > room) {
            return false;
        }
        room -= bytes;
        return true;
    }
}
