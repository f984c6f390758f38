package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.concepts.Concept;
import ai.opsai.organizer.unification.concepts.ConceptStream;
import ai.opsai.organizer.unification.design.Column.Kind;
import ai.opsai.organizer.unification.design.UnifiedColumn.Hop;
import ai.opsai.organizer.unification.linking.FactsReader;
import ai.opsai.organizer.unification.linking.UnifiedConcept;
import ai.opsai.organizer.unification.references.Reference;
import ai.opsai.organizer.unification.shape.PlainType;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.SemanticType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Designs the tables of real things: what their records say together, their id at each provider, what they refer to. */
public final class UnifiedDesigner {

    private final List<UnifiedConcept> concepts;
    private final List<Reference> references;

    public UnifiedDesigner(List<UnifiedConcept> concepts, List<Reference> references) {
        this.concepts = List.copyOf(concepts);
        this.references = List.copyOf(references);
    }

    public List<UnifiedTable> tables() {
        return concepts.stream()
                .filter(concept -> !concept.ids().isEmpty())
                .map(this::table)
                .toList();
    }

    private UnifiedTable table(UnifiedConcept concept) {
        List<UnifiedColumn> columns = new ArrayList<>();
        columns.add(new UnifiedColumn.Id(
                column("id", List.of(), SqlType.UUID, PlainType.UUID, null).asPrimary(1, "made")));
        columns.addAll(references(concept));
        columns.addAll(said(concept));
        columns.addAll(usernames(concept));
        columns.addAll(providerIds(concept));
        return new UnifiedTable(concept, withoutCollisions(columns));
    }

    private static Column column(
            String name, List<Source> sources, SqlType type, PlainType plain, @Nullable SemanticType meaning) {
        return new Column(
                name, Kind.VALUE, List.of(), sources, type, plain, meaning, false, false, true, 0.95, "inferred");
    }

    private static List<UnifiedColumn> withoutCollisions(List<UnifiedColumn> columns) {
        Map<String, UnifiedColumn> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.putIfAbsent(column.column().name(), column));
        return List.copyOf(byName.values());
    }

    private static List<UnifiedColumn> said(UnifiedConcept concept) {
        SortedMap<String, List<Said>> fields = new TreeMap<>();
        for (ConceptStream stream : concept.streams()) {
            FactsReader.fields(stream, concept.matches())
                    .forEach((name, path) ->
                            fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Said(stream, path)));
        }
        fields.remove("login");
        List<UnifiedColumn> columns = new ArrayList<>();
        fields.forEach((name, said) -> columns.add(new UnifiedColumn.Said(said(Identifiers.of(name), said), name)));
        columns.sort(Comparator.comparingInt(
                        (UnifiedColumn column) -> rank(column.column().name()))
                .thenComparing(column -> column.column().name()));
        return columns;
    }

    private record Said(ConceptStream stream, FieldPath path) {}

    private static Column said(String name, List<Said> said) {
        List<Source> sources = said.stream()
                .map(each -> new Source(each.stream().entity(), each.path()))
                .sorted()
                .toList();
        Said first = said.getFirst();
        SqlType type = said.stream()
                .map(UnifiedDesigner::type)
                .reduce(SqlTypes::widest)
                .orElse(SqlType.VARCHAR);
        var meaning = first.stream().stream().type(first.path()).meaning();
        SemanticType semantic = meaning == null || type == SqlType.TIMESTAMPTZ ? null : meaning.type();
        return column(
                name, sources, type, first.stream().stream().type(first.path()).plain(), semantic);
    }

    /** Times are times and amounts are numbers in a unified table, however the provider writes them. */
    private static SqlType type(Said said) {
        var stream = said.stream().stream();
        var type = stream.type(said.path());
        if (type.means(SemanticType.EPOCH_SECONDS) || type.means(SemanticType.EPOCH_MILLIS)) {
            return SqlType.TIMESTAMPTZ;
        }
        if (type.means(SemanticType.MONEY) || type.means(SemanticType.DECIMAL_STRING)) {
            return SqlType.NUMERIC;
        }
        return type.plain() == PlainType.ARRAY
                ? SqlType.VARCHAR
                : SqlType.of(type, stream.shape().values(said.path()));
    }

    private static int rank(String name) {
        int rank = List.of("email", "name", "first_name", "last_name", "phone", "domain")
                .indexOf(name);
        return rank < 0 ? 99 : rank;
    }

    private static List<UnifiedColumn> usernames(UnifiedConcept concept) {
        List<UnifiedColumn> columns = new ArrayList<>();
        for (ConceptStream stream : concept.streams()) {
            stream.path("login").ifPresent(path -> {
                String provider = stream.entity().provider();
                Column column = column(
                        Identifiers.of(provider, "username"),
                        List.of(new Source(stream.entity(), path)),
                        SqlType.VARCHAR,
                        PlainType.STRING,
                        null);
                columns.add(new UnifiedColumn.Username(column, provider));
            });
        }
        return columns;
    }

    private static List<UnifiedColumn> providerIds(UnifiedConcept concept) {
        SortedMap<String, List<Source>> providers = new TreeMap<>();
        for (ConceptStream stream : concept.streams()) {
            stream.stream()
                    .key()
                    .fields()
                    .forEach(field -> providers
                            .computeIfAbsent(stream.entity().provider(), _ -> new ArrayList<>())
                            .add(new Source(stream.entity(), field)));
        }
        List<UnifiedColumn> columns = new ArrayList<>();
        providers.forEach((provider, sources) -> {
            Column column =
                    column(Identifiers.of(provider, "id"), sources, SqlType.VARCHAR, PlainType.STRING, SemanticType.ID);
            columns.add(new UnifiedColumn.ProviderId(column, provider));
        });
        return columns;
    }

    private List<UnifiedColumn> references(UnifiedConcept concept) {
        SortedMap<String, List<Hop>> hops = new TreeMap<>();
        for (ConceptStream stream : concept.streams()) {
            for (UnifiedConcept other : concepts) {
                if (mayRefer(concept.concept(), other.concept())) {
                    hop(stream, other)
                            .ifPresent(hop -> hops.computeIfAbsent(other.table(), _ -> new ArrayList<>())
                                    .add(hop));
                }
            }
        }
        List<UnifiedColumn> columns = new ArrayList<>();
        hops.forEach((table, of) -> {
            List<Source> sources = of.stream().map(Hop::field).sorted().toList();
            String name = Identifiers.singular(table.replaceFirst("^unified_", "")) + "_id";
            columns.add(new UnifiedColumn.Reference(
                    column(name, sources, SqlType.UUID, PlainType.UUID, SemanticType.ID), table, of));
        });
        return columns;
    }

    /** Happenings refer to things and things to things, but a thing has many happenings and is described by none. */
    private static boolean mayRefer(Concept from, Concept to) {
        return !from.equals(to) && (to.isMerged() || !from.isMerged());
    }

    /** The best reference of a stream to a concept: the likeliest, of equals the one that is named after the concept. */
    private Optional<Hop> hop(ConceptStream from, UnifiedConcept to) {
        List<EntityKey> targets =
                to.streams().stream().map(ConceptStream::entity).toList();
        return references.stream()
                .filter(reference -> reference.from().equals(from.entity()))
                .filter(reference -> reference.isUsable() && reference.path().isSingular())
                .filter(reference ->
                        reference.from().provider().equals(reference.to().provider()))
                .filter(reference -> targets.contains(reference.to()))
                .min(Comparator.comparing((Reference reference) -> !isMain(reference, to.concept()))
                        .thenComparing(Comparator.comparingDouble(Reference::confidence)
                                .reversed())
                        .thenComparing(Comparator.naturalOrder()))
                .map(reference -> new Hop(
                        from.entity(),
                        new Source(from.entity(), reference.path()),
                        reference.to(),
                        reference.confidence(),
                        reference.status().name().toLowerCase(Locale.ROOT),
                        reference.evidence().isEmpty()
                                ? null
                                : reference.evidence().getFirst()));
    }

    private static boolean isMain(Reference reference, Concept concept) {
        String name = reference.path().toString().toLowerCase(Locale.ROOT);
        List<String> main = concept.equals(Concept.PERSON)
                ? List.of("customer", "contact", "requester", "buyer", "client", "user")
                : List.of(concept.name(), "organization", "account");
        return main.stream().anyMatch(name::contains);
    }

    /** The relationships between unified tables that their references make. */
    public static List<Relationship> relationships(List<UnifiedTable> tables) {
        List<Relationship> relationships = new ArrayList<>();
        for (UnifiedTable table : tables) {
            for (UnifiedColumn column : table.columns()) {
                if (column instanceof UnifiedColumn.Reference reference) {
                    relationships.add(relationship(table, reference));
                }
            }
        }
        return relationships;
    }

    private static Relationship relationship(UnifiedTable table, UnifiedColumn.Reference reference) {
        double confidence =
                reference.hops().stream().mapToDouble(Hop::confidence).min().orElse(0);
        List<String> evidence = reference.hops().stream()
                .map(hop -> hop.from() + "." + hop.field().path() + " refers to " + hop.to() + ": " + hop.reason())
                .toList();
        String status = confidence >= 0.9 ? "confirmed" : "suggested";
        return new Relationship(
                table.name(),
                reference.column().name(),
                reference.table(),
                "id",
                status,
                confidence,
                "inferred",
                evidence);
    }
}
