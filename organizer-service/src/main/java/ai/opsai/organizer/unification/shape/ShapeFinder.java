package ai.opsai.organizer.unification.shape;

import ai.opsai.organizer.unification.stream.Stream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.JsonKind;
import ai.opsai.profile.RowsProfile;
import ai.opsai.profile.ValueProfile;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides the shape of each path from the top down, so that nothing below a map or a document is looked at. */
final class ShapeFinder {

    private final Stream stream;
    private final RowsProfile profile;
    private final SortedMap<FieldPath, Shape> shapes = new TreeMap<>();

    ShapeFinder(Stream stream) {
        this.stream = stream;
        this.profile = stream.profile();
    }

    StreamShape find() {
        below(FieldPath.ROOT);
        return new StreamShape(stream, shapes);
    }

    private void below(FieldPath parent) {
        for (FieldPath path : profile.children(parent)) {
            Shape shape = shape(path);
            shapes.put(path, shape);
            if (shape.isOpen()) {
                below(path);
            }
        }
    }

    private Shape shape(FieldPath path) {
        ValueProfile values = profile.at(path);
        long objects = values.count(JsonKind.OBJECT);
        long arrays = values.count(JsonKind.ARRAY);
        if (values.filled() == 0) {
            return Shape.EMPTY;
        }
        if (objects == 0 && arrays == 0) {
            return Shape.SCALAR;
        }
        if (arrays > 0) {
            return arrays == values.filled() ? list(path) : Shape.DOCUMENT;
        }
        return objects == values.filled() ? object(path) : mixed(path);
    }

    private Shape list(FieldPath path) {
        FieldPath element = path.element();
        ValueProfile values = profile.at(element);
        if (values.filled() == 0) {
            return Shape.EMPTY;
        }
        if (values.scalars() == values.filled()) {
            return Shape.SCALARS;
        }
        return values.count(JsonKind.OBJECT) == values.filled() && object(element) != Shape.MAP
                ? Shape.OBJECTS
                : Shape.DOCUMENT;
    }

    private Shape object(FieldPath path) {
        if (profile.children(path).isEmpty()) {
            return Shape.EMPTY;
        }
        if (MapTest.isMap(profile, path)) {
            return Shape.MAP;
        }
        return EmbeddedIds.idOf(profile, path).isPresent() ? Shape.ENTITY : Shape.OBJECT;
    }

    private Shape mixed(FieldPath path) {
        return EmbeddedIds.idOf(profile, path).isPresent() ? Shape.ID_OR_ENTITY : Shape.DOCUMENT;
    }
}
