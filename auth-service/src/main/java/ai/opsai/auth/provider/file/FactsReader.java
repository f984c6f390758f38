package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.Change;
import ai.opsai.auth.provider.Facts;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads where a file's facts come from, and what will change. */
final class FactsReader {

    private static final LocalDate NEVER = LocalDate.MAX;

    private FactsReader() {}

    static List<Change> changes(Knobs root) {
        return root.levels("changes").stream()
                .map(knobs -> new Change(date(knobs), knobs.text("what"), source(knobs)))
                .toList();
    }

    private static LocalDate date(Knobs knobs) {
        knobs.text("on");
        return knobs.read("on", NEVER, Meaning.DATE, LocalDate::parse);
    }

    private static URI source(Knobs knobs) {
        return OAuthReader.requiredAddress(knobs, "source").uri();
    }

    static List<Facts> sources(Knobs root) {
        return root.levels("sources").stream().map(FactsReader::facts).toList();
    }

    private static Facts facts(Knobs knobs) {
        String source = Stream.of("url", "artifact", "repository")
                .map(name -> part(knobs, name))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        boolean verified = knobs.flag("verified", true);
        String version = part(knobs, "version");
        String file = part(knobs, "file");
        if (verified == source.isEmpty()) {
            knobs.complain(null, "needs either url, artifact or repository, or verified: false");
        }
        if (knobs.has("artifact") && version.isEmpty()) {
            knobs.complain("artifact", "needs its version");
        }
        knobs.<@Nullable LocalDate>read("read", null, Meaning.DATE, LocalDate::parse);
        String full =
                Stream.of(source, version, file).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
        return new Facts(verified ? full : null, knobs.optional("read"), knobs.texts("facts"));
    }

    private static String part(Knobs knobs, String name) {
        return knobs.text(name, "");
    }
}
