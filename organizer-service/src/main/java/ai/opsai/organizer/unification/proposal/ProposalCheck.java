package ai.opsai.organizer.unification.proposal;

import ai.opsai.organizer.unification.CanonicalJson;
import ai.opsai.organizer.unification.EntityKey;
import ai.opsai.organizer.unification.Proposal;
import ai.opsai.organizer.unification.Proposals;
import ai.opsai.organizer.unification.Verdict;
import ai.opsai.organizer.unification.concepts.ConceptStream;
import ai.opsai.organizer.unification.design.Source;
import ai.opsai.organizer.unification.matching.ColumnMatch;
import ai.opsai.organizer.unification.matching.MatchCheck;
import ai.opsai.organizer.unification.references.Reference;
import ai.opsai.organizer.unification.references.ReferenceFinder.Proposed;
import ai.opsai.organizer.unification.shape.TypedStream;
import ai.opsai.profile.FieldPath;
import ai.opsai.profile.Meaning;
import ai.opsai.profile.SemanticType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes a model's proposals through the run: each is tried where the engine makes the decision that it is about, on the
 * same data, and gets a verdict. What fails a check of the data is rejected, whatever the model says.
 */
public final class ProposalCheck {

    private final List<Proposal> proposals;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<Source, String> descriptions = new TreeMap<>();

    public ProposalCheck(List<Proposal> proposals) {
        this.proposals = proposals.stream()
                .distinct()
                .sorted(Comparator.comparing((Proposal proposal) -> CanonicalJson.text(Proposals.write(proposal))))
                .toList();
    }

    /** The verdicts so far, in an order that depends on the proposals alone. */
    public List<Verdict> verdicts() {
        return verdicts.stream()
                .sorted(Comparator.comparing(
                        (Verdict verdict) -> CanonicalJson.text(Proposals.write(verdict.proposal()))))
                .toList();
    }

    /** The accepted descriptions of fields. */
    public Map<Source, String> descriptions() {
        return descriptions;
    }

    private void judge(Proposal proposal, boolean accepted, String reason) {
        verdicts.add(new Verdict(proposal, accepted, reason));
    }

    /** Meanings, keys and descriptions, which concern one stream each. */
    public SortedMap<EntityKey, TypedStream> streams(SortedMap<EntityKey, TypedStream> streams) {
        SortedMap<EntityKey, TypedStream> changed = new TreeMap<>(streams);
        for (Proposal proposal : proposals) {
            switch (proposal) {
                case Proposal.Meaning meaning -> meaning(meaning, changed);
                case Proposal.PrimaryKey key -> new KeyProposals(changed).judge(key, this::judge);
                case Proposal.Describe describe -> describe(describe, changed);
                case Proposal.Reference _, Proposal.ColumnMatch _ -> {}
            }
        }
        return changed;
    }

    private void describe(Proposal.Describe describe, Map<EntityKey, TypedStream> streams) {
        Optional<TypedStream> stream = Paths.stream(streams, describe.column());
        Optional<FieldPath> path =
                stream.flatMap(of -> Paths.path(of, describe.column().path()));
        if (stream.isPresent() && path.isPresent()) {
            descriptions.put(new Source(stream.get().entity(), path.get()), describe.description());
            judge(describe, true, "a description changes nothing but itself");
        } else {
            judge(describe, false, "there is no such field");
        }
    }

    private void meaning(Proposal.Meaning proposal, SortedMap<EntityKey, TypedStream> streams) {
        Optional<TypedStream> stream = Paths.stream(streams, proposal.column());
        Optional<FieldPath> path =
                stream.flatMap(of -> Paths.path(of, proposal.column().path()));
        Optional<SemanticType> type = MeaningCheck.type(proposal.semanticType());
        if (stream.isEmpty() || path.isEmpty() || type.isEmpty()) {
            judge(proposal, false, type.isEmpty() ? "there is no such meaning" : "there is no such field");
            return;
        }
        Optional<Meaning> meaning = MeaningCheck.of(stream.get(), path.get(), type.get());
        Meaning own = stream.get().type(path.get()).meaning();
        if (meaning.isEmpty()) {
            judge(
                    proposal,
                    false,
                    "its values don't have the form of " + type.get().id());
        } else if (own != null && own.type() != type.get()) {
            judge(proposal, false, "the values show that it is " + own.type().id());
        } else {
            streams.put(stream.get().entity(), stream.get().withMeaning(path.get(), meaning.get()));
            judge(proposal, true, "its values bear it out");
        }
    }

    /** The references that were proposed between fields that there are. */
    public Set<Proposed> references(Map<EntityKey, TypedStream> streams) {
        Set<Proposed> proposed = new HashSet<>();
        for (Proposal proposal : proposals) {
            if (proposal instanceof Proposal.Reference reference) {
                proposed(reference, streams).ifPresent(proposed::add);
            }
        }
        return proposed;
    }

    private static Optional<Proposed> proposed(Proposal.Reference reference, Map<EntityKey, TypedStream> streams) {
        Optional<TypedStream> from = Paths.stream(streams, reference.from());
        Optional<TypedStream> to = Paths.stream(streams, reference.to());
        Optional<FieldPath> path =
                from.flatMap(stream -> Paths.path(stream, reference.from().path()));
        Optional<FieldPath> toPath =
                to.flatMap(stream -> Paths.path(stream, reference.to().path()));
        if (from.isEmpty() || to.isEmpty() || path.isEmpty() || toPath.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Proposed(from.get().entity(), path.get(), to.get().entity(), toPath.get()));
    }

    /** What became of the proposed references: accepted are those that the finder, having heard of them, shows. */
    public void judgeReferences(Collection<Reference> found, Map<EntityKey, TypedStream> streams) {
        for (Proposal proposal : proposals) {
            if (proposal instanceof Proposal.Reference reference) {
                Optional<Proposed> proposed = proposed(reference, streams);
                Optional<Reference> same = proposed.flatMap(wanted -> found.stream()
                        .filter(each -> wanted.equals(new Proposed(each.from(), each.path(), each.to(), each.toPath())))
                        .findFirst());
                boolean accepted = same.filter(Reference::isUsable).isPresent();
                String reason = same.map(each -> String.join("; ", each.evidence()))
                        .orElse(
                                proposed.isEmpty()
                                        ? "there are no such fields"
                                        : "the values or names speak for another target, or for none");
                judge(reference, accepted, reason);
            }
        }
    }

    /** The engine's matches with those proposed ones that the data bear out. */
    public List<ColumnMatch> matches(List<ColumnMatch> matches, Collection<List<ConceptStream>> concepts) {
        List<ColumnMatch> more = new ArrayList<>(matches);
        MatchCheck check = new MatchCheck(concepts);
        for (Proposal proposal : proposals) {
            if (proposal instanceof Proposal.ColumnMatch match) {
                MatchCheck.Outcome outcome = check.judge(
                        match.left().provider(),
                        match.left().entity(),
                        match.left().path(),
                        match.right().provider(),
                        match.right().entity(),
                        match.right().path(),
                        more);
                outcome.match().ifPresent(more::add);
                judge(match, outcome.accepted(), outcome.reason());
            }
        }
        return more;
    }
}
