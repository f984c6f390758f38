package ai.opsai.organizer.unification.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a data file of lines {@code key: value, value}; lines that begin with # are comments. */
final class LexiconFile {

    private LexiconFile() {}

    static Map<String, List<String>> read(String name) {
        try (InputStream in = LexiconFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the lexicon lacks its file " + name);
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> parse(BufferedReader reader) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(':');
            List<String> values = Arrays.stream(line.substring(colon + 1).split(","))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            entries.put(line.substring(0, colon).strip(), values);
        });
        return entries;
    }
}
