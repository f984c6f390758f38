package ai.opsai.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The profile of the rows of one entity, path by path. {@code of(a).merge(of(b))} equals {@code of(a ++ b)}, in any
 * order and grouping; the paths are sorted, so that whatever is written from a profile does not depend on the order of
 * rows or keys.
 */
public final class RowsProfile {

    public static final RowsProfile EMPTY = new RowsProfile(0, new TreeMap<>());

    private final long rows;
    private final SortedMap<FieldPath, ValueProfile> fields;
    private final Map<FieldPath, List<FieldPath>> children = new HashMap<>();
    /** Made once: each of many fields asks for the keys beside it. */
    private final Map<FieldPath, Set<String>> keys = new ConcurrentHashMap<>();

    RowsProfile(long rows, SortedMap<FieldPath, ValueProfile> fields) {
        this.rows = rows;
        this.fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        this.fields
                .keySet()
                .forEach(path -> children.computeIfAbsent(path.parent(), _ -> new ArrayList<>())
                        .add(path));
    }

    public long rows() {
        return rows;
    }

    public SortedMap<FieldPath, ValueProfile> fields() {
        return fields;
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
        return Collections.unmodifiableList(children.getOrDefault(parent, List.of()));
    }

    /** The keys of the object at a path, sorted. */
    public Set<String> keys(FieldPath object) {
        return keys.computeIfAbsent(object, this::keysOf);
    }

    private Set<String> keysOf(FieldPath object) {
        Set<String> found = new TreeSet<>();
        for (FieldPath child : children(object)) {
            if (!child.isElement()) {
                found.add(child.name());
            }
        }
        return Collections.unmodifiableSet(found);
    }

    /** The type of a field in the words of a sample's schema. */
    public String type(FieldPath path) {
        return SimpleTypes.of(at(path));
    }

    /** The same as {@link #topLevelTypes()}, of rows whose profile nobody needs. */
    public static Map<String, String> topLevelTypes(Iterable<? extends JsonNode> rows) {
        Map<String, Map<JsonKind, Long>> kinds = new TreeMap<>();
        for (JsonNode row : rows) {
            row.properties()
                    .forEach(field -> kinds.computeIfAbsent(field.getKey(), _ -> new EnumMap<>(JsonKind.class))
                            .merge(JsonKind.of(field.getValue()), 1L, Long::sum));
        }
        Map<String, String> types = new TreeMap<>();
        kinds.forEach((name, counts) -> types.put(name, SimpleTypes.of(ValueProfile.EMPTY.withKinds(counts))));
        return types;
    }

    /** Top-level field to {@code string|number|boolean|object|array|unknown}, as a sample shows its schema. */
    public Map<String, String> topLevelTypes() {
        Map<String, String> types = new TreeMap<>();
        children(FieldPath.ROOT).forEach(path -> types.put(path.name(), type(path)));
        return types;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowsProfile profile && rows == profile.rows && fields.equals(profile.fields);
    }

    @Override
    public int hashCode() {
        return 31 * fields.hashCode() + Long.hashCode(rows);
    }

    @Override
    public String toString() {
        return rows + " rows, fields " + fields.keySet();
    }
}
