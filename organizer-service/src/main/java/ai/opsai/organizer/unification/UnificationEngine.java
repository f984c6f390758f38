package ai.opsai.organizer.unification;

import ai.opsai.organizer.unification.design.Ddl;
import ai.opsai.organizer.unification.design.Design;
import ai.opsai.organizer.unification.design.DesignJson;
import ai.opsai.organizer.unification.design.ProviderDesigner;
import ai.opsai.organizer.unification.lexicon.Lexicon;
import ai.opsai.organizer.unification.references.Reference;
import ai.opsai.organizer.unification.references.ReferenceFinder;
import ai.opsai.organizer.unification.rows.ProviderRows;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.organizer.unification.stream.Streams;
import ai.opsai.profile.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
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
        SortedMap<EntityKey, TypedStream> streams = AnalysedStreams.of(Streams.of(input.samples()));
        List<Reference> references = new ReferenceFinder(lexicon, streams.values()).find();
        Design design = new ProviderDesigner(lexicon).design(streams.values(), references);
        ObjectNode entities = DesignJson.entities(design);
        ArrayNode relationships = DesignJson.relationships(design);
        ArrayNode none = JsonNodeFactory.instance.arrayNode();
        Report report = new Report(
                ReportJson.primaryKeys(streams.values()),
                ReportJson.foreignKeys(references),
                ReportJson.fieldTypes(streams.values()),
                none,
                none,
                none,
                QualityJson.of(streams.values()));
        List<OrganizedRow> rows = new ArrayList<>();
        ProviderRows filler = new ProviderRows(streams);
        design.tables().forEach(table -> rows.addAll(filler.of(table)));
        String ddl = Ddl.of(design);
        return new EngineResult(
                entities,
                relationships,
                report,
                rows,
                List.of(),
                Map.of(),
                Digests.sha256(ddl),
                List.of(),
                ddl,
                new NoExplanations());
    }
}
