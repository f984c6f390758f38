package ai.opsai.sampler.manifest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Parses YAML into {@link Source}; sizes are bounded, so that no file can blow up in memory. */
public final class ManifestFile {

    private static final int MAX_NODES = 500_000;
    private static final int MAX_CHARACTERS = 8_000_000;
    private static final int MAX_DEPTH = 200;

    private int nodes;

    private ManifestFile() {}

    /** @throws ManifestException when the text is no YAML mapping */
    public static Source.Mapping read(String name, String yaml) {
        var file = new ManifestFile();
        Location top = new Location(name, 1, "");
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(500)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        try {
            checkDepth(settings, yaml, top);
            Optional<Node> root = new Compose(settings).composeString(yaml);
            if (root.isPresent() && file.source(root.get(), top) instanceof Source.Mapping mapping) {
                return mapping;
            }
            throw new ManifestException(top, "", "the file holds no mapping");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ManifestException(new Location(name, line, ""), "", "no valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new ManifestException(top, "", "no valid YAML: " + e.getMessage());
        }
    }

    /** Reading the tree takes a call for each level; reading its events doesn't. */
    private static void checkDepth(LoadSettings settings, String yaml, Location top) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MAX_DEPTH) {
                throw new ManifestException(top, "", "the file nests too deeply");
            }
        }
    }

    private Source source(Node node, Location at) {
        if (++nodes > MAX_NODES) {
            throw new ManifestException(at, "", "the file expands to too many nodes");
        }
        if (node.isRecursive()) {
            throw new ManifestException(at, "", "an alias stands inside of what it names");
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, at);
            case SequenceNode sequence -> sequence(sequence, at);
            case ScalarNode scalar -> new Source.Scalar(value(scalar), at);
            default -> throw new ManifestException(at, "", "unexpected kind of node");
        };
    }

    private Source mapping(MappingNode node, Location at) {
        var entries = new LinkedHashMap<String, Source>();
        var merged = new LinkedHashMap<String, Source>();
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (key.equals("$options")) {
                throw new ManifestException(
                        at.child(line(tuple.getKeyNode()), key),
                        "",
                        "the file is of the format's 0.x days: from 4.0 on, $options is called $parameters");
            }
            Source value = source(tuple.getValueNode(), at.child(line(tuple.getKeyNode()), key));
            if (key.equals("<<")) {
                merged.putAll(merge(value));
            } else {
                entries.put(key, value);
            }
        }
        merged.putAll(entries);
        return new Source.Mapping(merged, at);
    }

    private static Map<String, Source> merge(Source value) {
        return switch (value) {
            case Source.Mapping mapping -> mapping.entries();
            case Source.Items items -> {
                var all = new LinkedHashMap<String, Source>();
                items.items().reversed().forEach(item -> all.putAll(merge(item)));
                yield all;
            }
            case Source.Scalar _ -> Map.of();
        };
    }

    private Source sequence(SequenceNode node, Location at) {
        List<Source> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(source(item, at.child(line(item), "[" + items.size() + "]")));
        }
        return new Source.Items(items, at);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static @Nullable Object value(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true");
        }
        if (tag.equals(Tag.INT)) {
            return integer(text);
        }
        return tag.equals(Tag.FLOAT) ? real(text) : text;
    }

    private static Object integer(String text) {
        try {
            BigInteger value = text.startsWith("0x")
                    ? new BigInteger(text.substring(2), 16)
                    : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
            return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Object real(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
