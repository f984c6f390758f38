package ai.opsai.profile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The profile of the rows of one entity, path by path. {@code of(a).merge(of(b))} equals {@code of(a ++ b)}, in any
 * order and grouping; the paths are sorted, so that whatever is written from a profile does not depend on the order of
 * rows or keys.
 */
public record RowsProfile(long rows, SortedMap<FieldPath, ValueProfile> fields) {

    public static final RowsProfile EMPTY = new RowsProfile(0, new TreeMap<>());

    public RowsProfile {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public static RowsProfile of(Iterable<? extends JsonNode> rows) {
        RowsProfileBuilder builder = new RowsProfileBuilder();
        rows.forEach(builder::add);
        return builder.build();
    }

    public RowsProfile merge(RowsProfile other) {
        SortedMap<FieldPath, ValueProfile> merged = new TreeMap<>(fields);
        other.fields.forEach((path, profile) -> merged.merge(path, profile, ValueProfile::merge));
        return new RowsProfile(rows + other.rows, merged);
    }

    /** The profile of a path; of a path never seen, one without values. */
    public ValueProfile at(FieldPath path) {
        return fields.getOrDefault(path, ValueProfile.EMPTY);
    }

    /** How often a value could have stood at the path: once per row, object or array element around it. */
    public long places(FieldPath path) {
        FieldPath parent = path.parent();
        if (parent.isRoot()) {
            return rows;
        }
        return path.isElement() ? at(path).present() : at(parent).count(JsonKind.OBJECT);
    }

    /** How often the key was absent where it could have stood. */
    public long missing(FieldPath path) {
        return places(path) - at(path).present();
    }

    /** Share of places that hold a value which says something, between 0 and 1; 1 when there is no place. */
    public double completeness(FieldPath path) {
        long places = places(path);
        return places == 0 ? 1 : (double) at(path).filled() / places;
    }

    /** True when every place holds a value that says something. */
    public boolean alwaysFilled(FieldPath path) {
        return places(path) > 0 && at(path).filled() == places(path);
    }

    /** The paths one step below, sorted. */
    public List<FieldPath> children(FieldPath parent) {
        return fields.keySet().stream()
                .filter(path -> path.depth() == parent.depth() + 1 && path.startsWith(parent))
                .toList();
    }

    /** The keys of the object at a path, sorted. */
    public Set<String> keys(FieldPath object) {
        Set<String> keys = new TreeSet<>();
        for (FieldPath child : children(object)) {
            if (!child.isElement()) {
                keys.add(child.name());
            }
        }
        return keys;
    }

    /** Top-level field to {@code string|number|boolean|object|array|unknown}, as a sample shows its schema. */
    public Map<String, String> topLevelTypes() {
        Map<String, String> types = new TreeMap<>();
        children(FieldPath.ROOT).forEach(path -> types.put(path.name(), SimpleTypes.of(at(path))));
        return types;
    }
}
