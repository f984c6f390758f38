package ai.opsai.organizer.unification.references;

import ai.opsai.organizer.unification.lexicon.Phrase;
import ai.opsai.profile.FieldPath;
import java.util.List;
import java.util.Set;

/** What the name of a field says that it refers to: the words without the id at the end, and whether there was one. */
record ReferenceName(Phrase stem, boolean saysId) {

    private static final Set<String> ID_WORDS =
            Set.of("id", "ids", "uuid", "uuids", "guid", "gid", "key", "ref", "fk", "sid");
    private static final Set<String> MEASURES = Set.of(
            "postal",
            "zip",
            "zipcode",
            "postcode",
            "phone",
            "fax",
            "year",
            "quantity",
            "qty",
            "count",
            "size",
            "length",
            "width",
            "height",
            "weight",
            "duration",
            "stock",
            "level",
            "score",
            "age",
            "port");
    private static final Set<String> ADDRESS_WORDS = Set.of("url", "uri", "href", "link");

    static ReferenceName of(FieldPath path) {
        List<String> keys = path.keys();
        Phrase last = Phrase.of(keys.getLast());
        boolean saysId = ID_WORDS.contains(last.last());
        boolean saysAddress = ADDRESS_WORDS.contains(last.last());
        Phrase stem = saysId || saysAddress ? last.withoutLast(1) : last;
        if (stem.isEmpty() && keys.size() > 1) {
            stem = Phrase.of(keys.get(keys.size() - 2));
        }
        return new ReferenceName(stem.singular(), saysId);
    }

    /** True when the name is that of a quantity or of an address's part, whose numbers name nothing. */
    boolean saysMeasure() {
        return !saysId && stem.words().stream().anyMatch(MEASURES::contains);
    }

    /** The words run together with the id cut off, for names like {@code associatedcompanyid}. */
    String compound() {
        String joined = stem.joined();
        return joined.endsWith("id") ? joined.substring(0, joined.length() - 2) : joined;
    }

    boolean saysIdSomehow() {
        return saysId || stem.joined().endsWith("id");
    }
}
