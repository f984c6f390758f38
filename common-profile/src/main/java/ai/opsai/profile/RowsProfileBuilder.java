package ai.opsai.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Walks rows and hands each value to the collector of its path. */
final class RowsProfileBuilder {

    private final Node root = new Node(FieldPath.ROOT);
    private long rows;

    void add(JsonNode row) {
        rows++;
        root.walk(row);
    }

    RowsProfile build() {
        SortedMap<FieldPath, ValueProfile> fields = new TreeMap<>();
        root.below(fields);
        return new RowsProfile(rows, fields);
    }

    /** A path with its values; a tree of them, so that a path is made once and not once per row. */
    private static final class Node {

        private final FieldPath path;
        private final ValueProfileBuilder values = new ValueProfileBuilder();
        private final Map<String, Node> children = new LinkedHashMap<>();
        private @Nullable Node element;

        private Node(FieldPath path) {
            this.path = path;
        }

        private void walk(JsonNode value) {
            if (value.isObject()) {
                for (Map.Entry<String, JsonNode> property : value.properties()) {
                    child(property.getKey()).visit(property.getValue());
                }
            } else if (value.isArray()) {
                value.values().forEach(each -> element().visit(each));
            }
        }

        private void visit(JsonNode value) {
            values.add(value);
            walk(value);
        }

        private Node child(String key) {
            return children.computeIfAbsent(key, _ -> new Node(path.child(key)));
        }

        private Node element() {
            if (element == null) {
                element = new Node(path.element());
            }
            return element;
        }

        private void below(SortedMap<FieldPath, ValueProfile> fields) {
            children.values().forEach(child -> child.into(fields));
            if (element != null) {
                element.into(fields);
            }
        }

        private void into(SortedMap<FieldPath, ValueProfile> fields) {
            fields.put(path, values.build());
            below(fields);
        }
    }
}
