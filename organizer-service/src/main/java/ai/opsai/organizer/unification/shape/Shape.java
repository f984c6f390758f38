package ai.opsai.organizer.unification.shape;

/** What stands at a path. */
public enum Shape {
    /** Strings, numbers or booleans. */
    SCALAR,
    /** An object of attributes: its fields are columns of the row around it. */
    OBJECT,
    /** An object whose keys are data: currencies, locales, ids. */
    MAP,
    /** A copy of another entity inside a row, known by its id. */
    ENTITY,
    /** Sometimes the id of an entity, sometimes the entity itself. */
    ID_OR_ENTITY,
    /** An array of scalars. */
    SCALARS,
    /** An array of objects. */
    OBJECTS,
    /** Anything that no table could hold: arrays of arrays, mixtures of objects and scalars. */
    DOCUMENT,
    /** Never filled: nothing is known but the name. */
    EMPTY;

    /** True when what lies below the path has paths of its own. */
    boolean isOpen() {
        return this != MAP && this != DOCUMENT;
    }
}
