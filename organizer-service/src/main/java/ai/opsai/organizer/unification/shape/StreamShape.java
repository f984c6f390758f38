package ai.opsai.organizer.unification.shape;

import ai.opsai.organizer.unification.stream.Stream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.ValueProfile;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shape of each path of a stream; what lies inside maps and documents has none, because it is data. */
public record StreamShape(Stream stream, SortedMap<FieldPath, Shape> shapes) {

    public StreamShape {
        shapes = Collections.unmodifiableSortedMap(new TreeMap<>(shapes));
    }

    public static StreamShape of(Stream stream) {
        return new ShapeFinder(stream).find();
    }

    public Shape at(FieldPath path) {
        return shapes.getOrDefault(path, Shape.EMPTY);
    }

    public Set<FieldPath> paths() {
        return shapes.keySet();
    }

    public ValueProfile values(FieldPath path) {
        return stream.profile().at(path);
    }

    public List<FieldPath> children(FieldPath parent) {
        return stream.profile().children(parent).stream()
                .filter(path -> shapes.containsKey(path))
                .toList();
    }

    /** The field that carries the id of the object at a path, for a path whose shape is an entity. */
    public Optional<FieldPath> idOf(FieldPath entity) {
        return EmbeddedIds.idOf(stream.profile(), entity);
    }

    /** The innermost entity that a path lies in, if any; the path of the entity itself lies in the one around it. */
    public Optional<FieldPath> entityAround(FieldPath path) {
        for (FieldPath around = path.parent(); !around.isRoot(); around = around.parent()) {
            if (at(around) == Shape.ENTITY || at(around) == Shape.ID_OR_ENTITY) {
                return Optional.of(around);
            }
        }
        return Optional.empty();
    }
}
