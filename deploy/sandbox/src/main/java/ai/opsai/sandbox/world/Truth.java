package ai.opsai.sandbox.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which record is whom: what a unification can be measured against. Complete once the sandbox has started. */
public final class Truth {

    private final Map<RecordRef, Subject> subjects = new LinkedHashMap<>();
    private final Map<Subject, List<RecordRef>> records = new LinkedHashMap<>();

    /** Notes that this record is about that subject. Only while the world is built. */
    public void note(RecordRef record, Subject subject) {
        subjects.put(record, subject);
        records.computeIfAbsent(subject, _ -> new ArrayList<>()).add(record);
    }

    public @Nullable Subject subject(RecordRef record) {
        return subjects.get(record);
    }

    /** All records about one person or company, duplicates at one provider included. */
    public List<RecordRef> records(Subject subject) {
        return Collections.unmodifiableList(records.getOrDefault(subject, List.of()));
    }

    public List<RecordRef> records(Person person) {
        return records(Subject.of(person));
    }

    public Map<Subject, List<RecordRef>> all() {
        return Collections.unmodifiableMap(records);
    }
}
