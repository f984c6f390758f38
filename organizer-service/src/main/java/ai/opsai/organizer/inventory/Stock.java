package ai.opsai.organizer.inventory;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is there of one connection.
 *
 * @param complete versions of complete samples
 * @param failures versions that will never come, with the code of the reason
 */
public record Stock(Connection connection, SortedSet<Long> complete, Map<Long, String> failures) {

    public OptionalLong newest() {
        return complete.isEmpty() ? OptionalLong.empty() : OptionalLong.of(complete.last());
    }

    /** Whether nothing newer than this version has to be waited for. */
    public boolean answers(long expected) {
        return !complete.tailSet(expected).isEmpty() || failures.containsKey(expected);
    }

    static Stock of(Connection connection, Set<SampleHeader> headers) {
        SortedSet<Long> complete = new TreeSet<>();
        Map<Long, String> failures = new TreeMap<>();
        for (SampleHeader header : headers) {
            switch (header.state()) {
                case COMPLETE -> complete.add(header.key().version());
                case FAILED ->
                    failures.put(
                            header.key().version(),
                            header.failureCode() == null ? "sample_failed" : header.failureCode());
                case OPEN -> {
                    // Not to be shown yet.
                }
            }
        }
        return new Stock(connection, complete, failures);
    }
}
