package ai.opsai.organizer.unification.references;

import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.SemanticType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The fields that can be referred to: keys of one field, and the address that an entity has of its own. */
final class Targets {

    private static final List<String> ADDRESSES = List.of("url", "api_url", "self", "href", "uri");

    private Targets() {}

    static List<Target> of(Collection<TypedStream> streams) {
        List<Target> targets = new ArrayList<>();
        for (TypedStream stream : streams) {
            stream.key().single().ifPresent(key -> targets.add(Target.key(stream, key)));
            ADDRESSES.stream()
                    .map(FieldPath::of)
                    .filter(path -> stream.means(path, SemanticType.URL))
                    .filter(path -> stream.stream().isKey(path))
                    .findFirst()
                    .ifPresent(path -> targets.add(Target.address(stream, path)));
        }
        return targets;
    }
}
