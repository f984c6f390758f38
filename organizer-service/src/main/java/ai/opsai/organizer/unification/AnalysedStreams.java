package ai.opsai.organizer.unification;

import ai.opsai.organizer.unification.keys.KeyFinder;
import ai.opsai.organizer.unification.lexicon.Phrase;
import ai.opsai.organizer.unification.shape.FieldTypes;
import ai.opsai.organizer.unification.shape.StreamShape;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.organizer.unification.stream.Stream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at each stream alone: shapes, types, key. Only the names of the provider's other entities are known here. */
final class AnalysedStreams {

    private AnalysedStreams() {}

    static SortedMap<EntityKey, TypedStream> of(SortedMap<EntityKey, Stream> streams) {
        Map<String, Set<Phrase>> names = new HashMap<>();
        streams.keySet()
                .forEach(key -> names.computeIfAbsent(key.provider(), _ -> new HashSet<>())
                        .add(Phrase.of(key.entity()).singular()));
        SortedMap<EntityKey, TypedStream> analysed = new TreeMap<>();
        streams.forEach((key, stream) -> {
            StreamShape shape = StreamShape.of(stream);
            KeyFinder keys = new KeyFinder(names.getOrDefault(key.provider(), Set.of()));
            analysed.put(key, new TypedStream(shape, FieldTypes.of(shape), keys.find(shape)));
        });
        return analysed;
    }
}
