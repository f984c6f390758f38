package ai.opsai.sampler.sample;

import ai.opsai.events.EventCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private final JsonMapper json = EventCodec.mapper();

    ObjectNode of(Map<String, @Nullable Object> row) {
        ObjectNode node = node(row, CELL);
        if (json.writeValueAsBytes(node).length > ROW) {
            node = node(row, SMALL_CELL);
        }
        while (json.writeValueAsBytes(node).length > ROW) {
            dropLargest(node);
        }
        return node;
    }

    /** By way of text, so that numbers look the same wherever the row is read again. */
    private ObjectNode node(Map<String, @Nullable Object> row, int cell) {
        return (ObjectNode) json.readTree(json.writeValueAsBytes(cut(row, cell)));
    }

    private void dropLargest(ObjectNode node) {
        String largest = "";
        int size = -1;
        for (var entry : node.properties()) {
            int bytes = json.writeValueAsBytes(entry.getValue()).length;
            if (bytes > size) {
                largest = entry.getKey();
                size = bytes;
            }
        }
        node.put(largest, "… [cut: " + size + " bytes]");
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
