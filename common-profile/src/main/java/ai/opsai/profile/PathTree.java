package ai.opsai.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Walks rows and hands each value to the collector of its path; a path is made once and not once per row. */
final class PathTree<C> {

    private final Supplier<C> collectors;
    private final BiConsumer<C, JsonNode> add;
    private final Node root;

    PathTree(Supplier<C> collectors, BiConsumer<C, JsonNode> add) {
        this.collectors = collectors;
        this.add = add;
        this.root = new Node(FieldPath.ROOT);
    }

    void add(JsonNode row) {
        root.walk(row);
    }

    /** What each path has collected. */
    <V> SortedMap<FieldPath, V> collected(Function<C, V> built) {
        SortedMap<FieldPath, V> fields = new TreeMap<>();
        root.below(built, fields);
        return fields;
    }

    private final class Node {

        private final FieldPath path;
        private final C values = collectors.get();
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
            add.accept(values, value);
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

        private <V> void below(Function<C, V> built, SortedMap<FieldPath, V> fields) {
            children.values().forEach(child -> child.into(built, fields));
            if (element != null) {
                element.into(built, fields);
            }
        }

        private <V> void into(Function<C, V> built, SortedMap<FieldPath, V> fields) {
            fields.put(path, built.apply(values));
            below(built, fields);
        }
    }
}
