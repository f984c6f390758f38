package ai.opsai.profile;

import tools.jackson.databind.JsonNode;

/** Takes rows one by one. */
final class RowsProfileBuilder {

    private final PathTree<ValueProfileBuilder> paths =
            new PathTree<>(ValueProfileBuilder::new, ValueProfileBuilder::add);
    private long rows;

    void add(JsonNode row) {
        rows++;
        paths.add(row);
    }

    RowsProfile build() {
        return new RowsProfile(rows, paths.collected(ValueProfileBuilder::build));
    }
}
