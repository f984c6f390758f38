package ai.opsai.local.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as comma-separated values: a head line, quotes where a value needs them, null as nothing. */
final class CsvFormat {

    private CsvFormat() {}

    static List<String> lines(Rows rows) {
        List<String> lines = new ArrayList<>();
        lines.add(line(rows.columns().stream().map(Rows.Column::name).toList()));
        rows.values().forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static String line(List<? extends @Nullable String> values) {
        return values.stream().map(CsvFormat::value).collect(Collectors.joining(","));
    }

    private static String value(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean quote = value.isEmpty() || value.chars().anyMatch(character -> ",\"\n\r".indexOf(character) >= 0);
        return quote ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }
}
