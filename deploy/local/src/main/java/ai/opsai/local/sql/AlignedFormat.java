package ai.opsai.local.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table as psql draws it: centred heads, numbers at the right, nothing cut, line breaks inside a value shown by +. */
final class AlignedFormat {

    /** Nobody sees that columns are aligned beyond this, but a long text beside a wide value would be mostly blanks. */
    private static final int MOST_BLANKS = 2000;

    private final Rows rows;
    private final List<Integer> widths;

    AlignedFormat(Rows rows) {
        this.rows = rows;
        this.widths =
                IntStream.range(0, rows.columns().size()).mapToObj(this::width).toList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        lines.add(widths.stream().map(width -> "-".repeat(width + 2)).collect(Collectors.joining("+")));
        rows.values().forEach(row -> addRow(cells(row), lines));
        int count = rows.values().size();
        lines.add(count == 1 ? "(1 row)" : "(" + count + " rows)");
        return lines;
    }

    private int width(int column) {
        int widest = length(rows.columns().get(column).name());
        for (var row : rows.values()) {
            for (String line : cell(row.get(column))) {
                widest = Math.max(widest, length(line));
            }
        }
        return widest;
    }

    private String head() {
        return IntStream.range(0, widths.size())
                .mapToObj(column -> " " + centred(rows.columns().get(column).name(), widths.get(column)) + " ")
                .collect(Collectors.joining("|"));
    }

    private static List<List<String>> cells(List<? extends @Nullable String> row) {
        return row.stream().map(AlignedFormat::cell).toList();
    }

    private static List<String> cell(@Nullable String value) {
        return value == null ? List.of("") : List.of(value.split("\n", -1));
    }

    private void addRow(List<List<String>> cells, List<String> lines) {
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                text.append(column == 0 ? "" : "|").append(part(cells.get(column), line, column));
            }
            lines.add(text.toString().stripTrailing());
        }
    }

    private String part(List<String> cell, int line, int column) {
        if (line >= cell.size()) {
            return " ".repeat(Math.min(widths.get(column), MOST_BLANKS) + 2);
        }
        String text = cell.get(line);
        String padding = " ".repeat(widths.get(column) - length(text));
        String aligned = rows.columns().get(column).number() ? padding + text : text + padding;
        return " " + aligned + (line < cell.size() - 1 ? "+" : " ");
    }

    private static String centred(String text, int width) {
        int left = (width - length(text)) / 2;
        return " ".repeat(left) + text + " ".repeat(width - length(text) - left);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
