package ai.opsai.sampler.sample;

import ai.opsai.events.EventCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns a row into what is stored and sent: long texts cut and marked, and small enough to travel. */
final class RowText {

    /** Longest text of a cell, in bytes. */
    static final int CELL = 8 * 1024;

    private static final int SMALL_CELL = 512;
    /** A part must hold at least one row. */
    private static final int ROW = 400 * 1024;
    /** No mark is longer. */
    private static final int MARK = 40;

    private final JsonMapper json = EventCodec.mapper();

    ObjectNode of(Map<String, @Nullable Object> row) {
        ObjectNode node = node(row, CELL);
        if (json.writeValueAsBytes(node).length > ROW) {
            node = node(row, SMALL_CELL);
        }
        shrink(node, json.writeValueAsBytes(node).length - ROW);
        return node;
    }

    /** By way of text, so that numbers look the same wherever the row is read again. */
    private ObjectNode node(Map<String, @Nullable Object> row, int cell) {
        return (ObjectNode) json.readTree(json.writeValueAsBytes(cut(row, cell)));
    }

    /** Its largest fields give way to a mark; where keys alone are too many, to nothing. */
    private void shrink(ObjectNode node, int excess) {
        if (excess <= 0) {
            return;
        }
        var sizes = new LinkedHashMap<String, Integer>();
        node.properties().forEach(field -> sizes.put(field.getKey(), json.writeValueAsBytes(field.getValue()).length));
        var largest = sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .toList();
        int left = excess;
        for (Map.Entry<String, Integer> field : largest) {
            int bytes = field.getValue();
            if (left <= 0) {
                return;
            }
            if (bytes > MARK) {
                node.put(field.getKey(), "… [cut: " + bytes + " bytes]");
                left -= bytes - MARK;
            } else {
                node.remove(field.getKey());
                left -= field.getKey().length() + bytes;
            }
        }
    }

    private static @Nullable Object cut(@Nullable Object value, int cell) {
        return switch (value) {
            case String text -> cut(text, cell);
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, item) -> all.put(String.valueOf(key), cut(item, cell)));
                yield all;
            }
            case List<?> list -> {
                var all = new ArrayList<@Nullable Object>(list.size());
                list.forEach(item -> all.add(cut(item, cell)));
                yield all;
            }
            case null, default -> value;
        };
    }

    static String cut(String text, int cell) {
        if (text.length() * 3L <= cell || text.getBytes(StandardCharsets.UTF_8).length <= cell) {
            return text;
        }
        String mark = "… [cut, " + text.length() + " characters]";
        int end = Math.min(text.length(), cell - mark.length() * 3);
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length + 64 > cell) {
            end -= Math.max(1, end / 8);
        }
        boolean pair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, pair ? end - 1 : end) + mark;
    }
}
