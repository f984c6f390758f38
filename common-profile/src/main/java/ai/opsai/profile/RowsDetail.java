package ai.opsai.profile;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A profile together with the detail that people want to read. {@code of(a).merge(of(b))} equals {@code of(a ++ b)}, in
 * any order and grouping.
 */
public record RowsDetail(RowsProfile profile, SortedMap<FieldPath, ValueDetail> fields) {

    public static final RowsDetail EMPTY = new RowsDetail(RowsProfile.EMPTY, new TreeMap<>());

    public RowsDetail {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public static RowsDetail of(Iterable<? extends JsonNode> rows) {
        RowsProfileBuilder profile = new RowsProfileBuilder();
        PathTree<ValueDetail.Builder> paths = new PathTree<>(ValueDetail.Builder::new, ValueDetail.Builder::add);
        for (JsonNode row : rows) {
            profile.add(row);
            paths.add(row);
        }
        return new RowsDetail(profile.build(), paths.collected(ValueDetail.Builder::build));
    }

    public RowsDetail merge(RowsDetail other) {
        SortedMap<FieldPath, ValueDetail> merged = new TreeMap<>(fields);
        other.fields.forEach((path, detail) -> merged.merge(path, detail, ValueDetail::merge));
        return new RowsDetail(profile.merge(other.profile), merged);
    }

    /** The detail of a path; of a path never seen, one without values. */
    public ValueDetail at(FieldPath path) {
        return fields.getOrDefault(path, ValueDetail.EMPTY);
    }
}
