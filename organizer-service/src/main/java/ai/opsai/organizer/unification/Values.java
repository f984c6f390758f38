package ai.opsai.organizer.unification;

import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Scalars;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks values up in rows by path. */
public final class Values {

    private Values() {}

    /** Everything that stands at the path, in order; nulls and absent keys give nothing. */
    public static List<JsonNode> at(JsonNode row, FieldPath path) {
        List<JsonNode> found = new ArrayList<>();
        collect(row, path.steps(), 0, found);
        return found;
    }

    private static void collect(JsonNode value, List<FieldPath.Step> steps, int index, List<JsonNode> found) {
        if (value.isNull()) {
            return;
        }
        if (index == steps.size()) {
            found.add(value);
            return;
        }
        switch (steps.get(index)) {
            case FieldPath.Key(String name) -> {
                JsonNode below = value.get(name);
                if (below != null) {
                    collect(below, steps, index + 1, found);
                }
            }
            case FieldPath.Element() -> {
                if (value.isArray()) {
                    value.values().forEach(each -> collect(each, steps, index + 1, found));
                }
            }
        }
    }

    /** The one value at a path, or null when it is absent or null. */
    public static @Nullable JsonNode one(JsonNode row, FieldPath path) {
        List<JsonNode> found = at(row, path);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The canonical text of the first filled scalar at the path. */
    public static @Nullable String text(JsonNode row, FieldPath path) {
        for (JsonNode value : at(row, path)) {
            if (value.isValueNode()) {
                String text = Scalars.text(value);
                if (!text.isBlank()) {
                    return text;
                }
            }
        }
        return null;
    }

    /** The canonical texts of all filled scalars at the path. */
    public static List<String> texts(JsonNode row, FieldPath path) {
        return at(row, path).stream()
                .filter(JsonNode::isValueNode)
                .map(Scalars::text)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
