package ai.opsai.auth.provider.file;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What a knob of a file is set to, and its path; the items of a list share the list's path. */
record Leaf(String path, Node node) {

    static List<Leaf> of(Node root) {
        List<Leaf> leaves = new ArrayList<>();
        collect(root, "", leaves);
        return leaves;
    }

    private static void collect(Node node, String path, List<Leaf> into) {
        if (node instanceof ScalarNode scalar) {
            into.add(new Leaf(path, scalar));
        } else if (node instanceof CollectionNode<?> all && all.getValue().isEmpty()) {
            into.add(new Leaf(path, node));
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> collect(item, path, into));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    collect(entry.getValueNode(), path.isEmpty() ? key.getValue() : path + "." + key.getValue(), into);
                }
            }
        }
    }

    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    boolean under(String knob) {
        return path.equals(knob) || path.startsWith(knob + ".");
    }
}
