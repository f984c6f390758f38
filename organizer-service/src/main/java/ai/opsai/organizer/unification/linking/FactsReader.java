package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.concepts.ConceptStream;
import ai.opsai.organizer.unification.design.Source;
import ai.opsai.organizer.unification.matching.ColumnMatch;
import ai.opsai.organizer.unification.rows.RowKeys;
import ai.opsai.organizer.unification.stream.Row;
import ai.opsai.profile.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what the rows of a concept say, under the names that the fields share. */
public final class FactsReader {

    private FactsReader() {}

    public static List<Facts> read(List<ConceptStream> streams, List<ColumnMatch> matches) {
        List<Facts> facts = new ArrayList<>();
        for (ConceptStream stream : streams) {
            SortedMap<String, FieldPath> fields = fields(stream, matches);
            for (Row row : stream.stream().stream().rows()) {
                if (!TestMode.isTest(stream.stream(), row)) {
                    facts.add(facts(stream, row, fields));
                }
            }
        }
        return facts;
    }

    /** The canonical fields of a stream and those that only match by name. */
    public static SortedMap<String, FieldPath> fields(ConceptStream stream, List<ColumnMatch> matches) {
        SortedMap<String, FieldPath> fields = new TreeMap<>();
        for (ColumnMatch match : matches) {
            match.sources().stream()
                    .filter(source -> source.entity().equals(stream.entity()))
                    .map(Source::path)
                    .findFirst()
                    .ifPresent(path -> fields.put(match.field(), path));
        }
        stream.fields().forEach((name, field) -> fields.put(name, field.path()));
        fields.remove("id");
        return fields;
    }

    private static Facts facts(ConceptStream stream, Row row, SortedMap<String, FieldPath> fields) {
        SortedMap<String, String> values = new TreeMap<>();
        fields.forEach((name, path) -> {
            String text = row.text(path) == null ? row.text(path.element()) : row.text(path);
            if (text != null && !text.equalsIgnoreCase("n/a") && !text.equals("-")) {
                values.put(name, text);
            }
        });
        return new Facts(RowKeys.record(stream.stream(), row), values);
    }
}
