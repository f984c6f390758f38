package ai.opsai.auth.provider.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The knobs of one level of a file. What is missing or wrong is complained of and replaced by a harmless value, so that
 * reading goes on; who asks for a knob thereby makes it known.
 */
final class Knobs {

    private final Node place;
    private final String path;
    private final Complaints complaints;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();
    private final Map<Node, Knobs> levels = new LinkedHashMap<>();

    Knobs(Node place, String path, Complaints complaints) {
        this.place = place;
        this.path = path;
        this.complaints = complaints;
        if (place instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::enter);
        } else {
            complaints.add(place, path, "must hold knobs, as `name: value`");
        }
    }

    private void enter(NodeTuple entry) {
        String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
        if (entries.put(name, entry) != null) {
            complaints.add(entry.getKeyNode(), path(name), "stands here twice");
        }
    }

    boolean has(String name) {
        known.add(name);
        return entries.containsKey(name);
    }

    /** Complains of this level, or of one of its knobs. */
    void complain(@Nullable String name, String what) {
        Node at = name == null || !entries.containsKey(name)
                ? place
                : Objects.requireNonNull(entries.get(name)).getKeyNode();
        complaints.add(at, name == null ? path : path(name), what);
    }

    String text(String name) {
        String text = optional(name);
        if (text == null && !has(name)) {
            complain(name, "is missing");
        }
        return text == null ? "" : text;
    }

    @Nullable
    String optional(String name) {
        return has(name) ? scalar(node(name), path(name)) : null;
    }

    String text(String name, String otherwise) {
        String text = optional(name);
        return text == null ? otherwise : text;
    }

    boolean flag(String name, boolean otherwise) {
        return read(name, otherwise, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    <E extends Enum<E>> E choice(String name, E otherwise) {
        Class<E> type = otherwise.getDeclaringClass();
        String all = List.of(type.getEnumConstants())
                .toString()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        return read(name, otherwise, "one of " + all, text -> Enum.valueOf(type, constant(text)));
    }

    /** What a text says, or the other value where there is none or it can't be read. */
    <T extends @Nullable Object> T read(String name, T otherwise, String wanted, Function<String, T> meaning) {
        String text = optional(name);
        return text == null ? otherwise : parsed(node(name), path(name), text, otherwise, wanted, meaning);
    }

    List<String> texts(String name) {
        return each(name, "", "a text", Function.identity());
    }

    <T> List<T> each(String name, T otherwise, String wanted, Function<String, T> meaning) {
        if (!has(name)) {
            return List.of();
        }
        List<T> read = new ArrayList<>();
        for (Node item : items(name)) {
            String text = scalar(item, path(name));
            if (text != null) {
                read.add(parsed(item, path(name), text, otherwise, wanted, meaning));
            }
        }
        return read;
    }

    Map<String, String> map(String name) {
        return map(name, "", "a text", Function.identity());
    }

    <T> Map<String, T> map(String name, T otherwise, String wanted, Function<String, T> meaning) {
        Map<String, T> read = new LinkedHashMap<>();
        if (has(name)) {
            Knobs level = level(node(name), path(name));
            for (String key : level.entries.keySet()) {
                read.put(key, level.read(key, otherwise, wanted, meaning));
            }
        }
        return read;
    }

    @Nullable
    Knobs child(String name) {
        return has(name) ? level(node(name), path(name)) : null;
    }

    /** A level that has to be there. */
    Knobs required(String name) {
        if (!has(name)) {
            complain(name, "is missing");
            return level(new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK), path(name));
        }
        return level(node(name), path(name));
    }

    /** A list of levels; a single one needs no list. */
    List<Knobs> levels(String name) {
        return has(name)
                ? items(name).stream().map(item -> level(item, path(name))).toList()
                : List.of();
    }

    /** Knobs that somebody else reads. */
    void ignore(Collection<String> names) {
        known.addAll(names);
    }

    /** Complains of every knob, here and below, that nobody asked for. */
    void complainOfUnknown() {
        for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                String nearest = Spelling.nearest(entry.getKey(), known);
                complaints.add(
                        entry.getValue().getKeyNode(),
                        path(entry.getKey()),
                        "no such knob" + (nearest == null ? "" : "; did you mean " + nearest + "?"));
            }
        }
        levels.values().forEach(Knobs::complainOfUnknown);
    }

    private Knobs level(Node node, String at) {
        return levels.computeIfAbsent(node, ignored -> new Knobs(node, at, complaints));
    }

    private List<Node> items(String name) {
        return node(name) instanceof SequenceNode list ? list.getValue() : List.of(node(name));
    }

    private Node node(String name) {
        return Objects.requireNonNull(entries.get(name)).getValueNode();
    }

    private @Nullable String scalar(Node node, String at) {
        if (node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        complaints.add(node, at, "must be a text");
        return null;
    }

    private <T extends @Nullable Object> T parsed(
            Node node, String at, String text, T otherwise, String wanted, Function<String, T> meaning) {
        try {
            return meaning.apply(text);
        } catch (Misread e) {
            complaints.add(node, at, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            complaints.add(node, at, "must be " + wanted + ", was " + text);
        }
        return otherwise;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String constant(String text) {
        if (!text.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException();
        }
        return text.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
