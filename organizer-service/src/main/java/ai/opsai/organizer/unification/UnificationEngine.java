package ai.opsai.organizer.unification;

import ai.opsai.organizer.unification.concepts.ConceptFinder;
import ai.opsai.organizer.unification.design.Ddl;
import ai.opsai.organizer.unification.design.Design;
import ai.opsai.organizer.unification.design.DesignCorrections;
import ai.opsai.organizer.unification.design.DesignJson;
import ai.opsai.organizer.unification.design.ProviderDesigner;
import ai.opsai.organizer.unification.design.Relationship;
import ai.opsai.organizer.unification.design.Table;
import ai.opsai.organizer.unification.design.UnifiedDesigner;
import ai.opsai.organizer.unification.design.UnifiedTable;
import ai.opsai.organizer.unification.lexicon.Lexicon;
import ai.opsai.organizer.unification.linking.ConceptUnifier;
import ai.opsai.organizer.unification.linking.UnifiedConcept;
import ai.opsai.organizer.unification.matching.ColumnMatch;
import ai.opsai.organizer.unification.matching.ColumnMatcher;
import ai.opsai.organizer.unification.proposal.ProposalCheck;
import ai.opsai.organizer.unification.references.Reference;
import ai.opsai.organizer.unification.references.ReferenceFinder;
import ai.opsai.organizer.unification.rows.ProviderRows;
import ai.opsai.organizer.unification.rows.UnifiedRows;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.organizer.unification.stream.Streams;
import ai.opsai.profile.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one database out of many samples. Pure and deterministic: the result depends on the input's content alone, so
 * that any earlier run can be repeated to the byte.
 */
public final class UnificationEngine {

    /** Changes whenever the same input could give another output. */
    public static final String VERSION = "1";

    private UnificationEngine() {}

    public static EngineResult organize(EngineInput input) {
        Lexicon lexicon = Lexicon.load(input.options().providerKnowledge());
        ProposalCheck proposals = new ProposalCheck(input.proposals());
        SortedMap<EntityKey, TypedStream> streams = proposals.streams(AnalysedStreams.of(Streams.of(input.samples())));
        List<Reference> references =
                new ReferenceFinder(lexicon, streams.values(), proposals.references(streams)).find();
        proposals.judgeReferences(references, streams);
        var concepts = new ConceptFinder(lexicon).find(streams.values());
        List<ColumnMatch> matches = proposals.matches(ColumnMatcher.match(concepts), concepts.values());
        ConceptUnifier unifier =
                new ConceptUnifier(lexicon, references, input.earlier(), Corrections.links(input.corrections()));
        List<UnifiedConcept> unified = unifier.unify(concepts, matches);
        DesignCorrections corrections = new DesignCorrections(input.corrections());
        List<UnifiedTable> tables = new UnifiedDesigner(unified, references)
                .tables().stream().map(corrections::rename).toList();
        Design design = design(new ProviderDesigner(lexicon).design(streams.values(), references), tables, corrections);
        Report report = report(streams, references, matches, unified);
        ObjectNode entities = DesignJson.entities(design, proposals.descriptions());
        ArrayNode relationships = DesignJson.relationships(design);
        return new EngineResult(
                entities,
                relationships,
                report,
                rows(design, streams, tables),
                Identities.of(unified, input.earlier(), input.options().version()),
                unifier.redirects(),
                Digests.sha256(CanonicalJson.text(entities) + CanonicalJson.text(relationships)),
                proposals.verdicts(),
                Ddl.of(design),
                new RecordExplanations(unified, entities, report));
    }

    private static Design design(Design providers, List<UnifiedTable> unified, DesignCorrections corrections) {
        List<Table> tables = new ArrayList<>();
        providers.tables().forEach(table -> tables.add(corrections.rename(table)));
        unified.forEach(table -> tables.add(table.table()));
        List<Relationship> relationships = new ArrayList<>(providers.relationships());
        relationships.addAll(UnifiedDesigner.relationships(unified));
        return new Design(tables, corrections.relationships(relationships, providers.tables()));
    }

    private static Report report(
            SortedMap<EntityKey, TypedStream> streams,
            List<Reference> references,
            List<ColumnMatch> matches,
            List<UnifiedConcept> unified) {
        return new Report(
                ReportJson.primaryKeys(streams.values()),
                ReportJson.foreignKeys(references),
                ReportJson.fieldTypes(streams.values()),
                LinkJson.columnMatches(matches),
                LinkJson.links(unified),
                LinkJson.review(unified, references),
                QualityJson.of(streams.values()));
    }

    private static List<OrganizedRow> rows(
            Design design, SortedMap<EntityKey, TypedStream> streams, List<UnifiedTable> unified) {
        List<OrganizedRow> rows = new ArrayList<>();
        ProviderRows providerRows = new ProviderRows(streams);
        design.tables().stream()
                .filter(table -> table.kind() != Table.Kind.UNIFIED)
                .forEach(table -> rows.addAll(providerRows.of(table)));
        UnifiedRows unifiedRows = new UnifiedRows(unified);
        unified.forEach(table -> rows.addAll(unifiedRows.of(table)));
        return rows;
    }
}
