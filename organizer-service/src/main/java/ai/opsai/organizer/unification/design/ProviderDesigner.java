package ai.opsai.organizer.unification.design;

import ai.opsai.organizer.unification.lexicon.Lexicon;
import ai.opsai.organizer.unification.references.Reference;
import ai.opsai.organizer.unification.shape.TypedStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Designs the tables of the providers: one for each entity, their arrays and what is embedded in them. */
public final class ProviderDesigner {

    private final Lexicon lexicon;

    public ProviderDesigner(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    public Design design(Collection<TypedStream> streams, List<Reference> references) {
        EmbeddedEntities embedded = new EmbeddedFinder(lexicon, streams, references).find();
        List<Table> tables = new ArrayList<>();
        streams.forEach(stream -> tables.addAll(new TableBuilder(stream, embedded).build()));
        List<Table> merged = EmbeddedMerge.merge(tables);
        List<Relationship> relationships = new ArrayList<>(StructuralRelationships.of(merged));
        relationships.addAll(ReferenceRelationships.of(merged, references));
        return new Design(merged, relationships.stream().distinct().toList());
    }
}
