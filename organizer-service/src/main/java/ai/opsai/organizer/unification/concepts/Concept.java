package ai.opsai.organizer.unification.concepts;

import ai.opsai.organizer.unification.lexicon.Plurals;
import java.util.Set;

/** A kind of real thing that several providers may tell of: {@code person}, {@code company}, {@code order}, or any other word. */
public record Concept(String name) implements Comparable<Concept> {

    public static final Concept PERSON = new Concept("person");
    public static final Concept COMPANY = new Concept("company");
    public static final Concept ORDER = new Concept("order");

    private static final Set<String> NOT_MERGED = Set.of(
            "order",
            "event",
            "message",
            "note",
            "task",
            "payment",
            "refund",
            "subscription",
            "ticket",
            "deal",
            "campaign");

    /** The name of the unified table: persons are customers there, and orders are simply orders. */
    public String table() {
        if (equals(PERSON)) {
            return "unified_customers";
        }
        return equals(ORDER) ? "orders" : "unified_" + Plurals.plural(name.replace(' ', '_'));
    }

    /** True for things that exist once and are told of by many, false for happenings, which each provider has of its own. */
    public boolean isMerged() {
        return !NOT_MERGED.contains(name);
    }

    @Override
    public int compareTo(Concept other) {
        return name.compareTo(other.name);
    }
}
