package ai.opsai.organizer.unification.stream;

import ai.opsai.organizer.unification.CanonicalJson;
import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.Sample;
import ai.opsai.organizer.unification.SampledEntity;
import ai.opsai.profile.RowsProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Makes streams of samples: connections side by side, rows sorted by content, rows that came twice kept once. */
public final class Streams {

    private Streams() {}

    public static SortedMap<EntityKey, Stream> of(List<Sample> samples) {
        List<Sample> sorted = samples.stream()
                .sorted(Comparator.comparing(Sample::provider)
                        .thenComparing(sample -> sample.connectionId().toString()))
                .toList();
        SortedMap<EntityKey, List<Part>> parts = new TreeMap<>();
        for (Sample sample : sorted) {
            sample.entities()
                    .forEach((entity, rows) -> parts.computeIfAbsent(
                                    new EntityKey(sample.provider(), entity), _ -> new ArrayList<>())
                            .add(new Part(sample, rows)));
        }
        SortedMap<EntityKey, Stream> streams = new TreeMap<>();
        parts.forEach((key, of) -> streams.put(key, stream(key, of)));
        return streams;
    }

    private record Part(Sample sample, SampledEntity entity) {}

    private static Stream stream(EntityKey key, List<Part> parts) {
        List<Row> rows = new ArrayList<>();
        Map<UUID, RowsProfile> profiles = new TreeMap<>();
        RowsProfile profile = RowsProfile.EMPTY;
        for (Part part : parts) {
            List<ObjectNode> distinct = sortedDistinct(part.entity().rows());
            distinct.forEach(row ->
                    rows.add(new Row(part.sample().connectionId(), part.sample().sampleVersion(), row)));
            RowsProfile own = RowsProfile.of(distinct);
            profiles.merge(part.sample().connectionId(), own, RowsProfile::merge);
            profile = profile.merge(own);
        }
        return new Stream(key, rows, profile, profiles, declaredKey(parts), complete(parts));
    }

    private static List<ObjectNode> sortedDistinct(List<ObjectNode> rows) {
        SortedMap<String, ObjectNode> byText = new TreeMap<>();
        rows.forEach(row -> byText.putIfAbsent(CanonicalJson.text(row), row));
        return List.copyOf(byText.values());
    }

    private static List<String> declaredKey(List<Part> parts) {
        return parts.stream()
                .map(part -> part.entity().primaryKey())
                .filter(key -> !key.isEmpty())
                .min(Comparator.comparing(Object::toString))
                .orElse(List.of());
    }

    private static boolean complete(List<Part> parts) {
        return parts.stream().allMatch(part -> part.entity().isComplete());
    }
}
