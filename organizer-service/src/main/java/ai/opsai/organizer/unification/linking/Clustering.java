package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Joins the likeliest pairs first. A provider is taken to know its own records: two of one source are not joined, neither
 * directly nor through others, unless they share a personal mailbox or no other source exists to compare with.
 */
final class Clustering {

    static final double JOINED = 0.9;
    private static final double SHOWN = 0.2;
    private static final double SINGLE_SOURCE = 0.95;

    private final Lexicon lexicon;
    private final boolean singleSource;
    private final Map<Facts, Group> groups = new HashMap<>();
    private final List<LookAlike> lookAlikes = new ArrayList<>();

    Clustering(Lexicon lexicon, List<Facts> records) {
        this.lexicon = lexicon;
        this.singleSource = records.stream().map(Facts::stream).distinct().count() == 1;
        records.forEach(record -> groups.put(record, new Group(record)));
    }

    private static final class Group {

        private final Set<Facts> members = new TreeSet<>();
        private final Set<String> evidence = new LinkedHashSet<>();
        private double probability = 1;
        private boolean byUser;

        private Group(Facts first) {
            members.add(first);
        }

        private void absorb(Group other, Pair pair) {
            members.addAll(other.members);
            evidence.addAll(other.evidence);
            pair.evidence().stream().filter(each -> each.weight() > 0).forEach(each -> evidence.add(each.reason()));
            probability = Math.min(Math.min(probability, other.probability), pair.probability());
            byUser |= other.byUser;
        }
    }

    void join(Pair pair) {
        Group left = groups.get(pair.left());
        Group right = groups.get(pair.right());
        if (left == null || right == null || left.equals(right)) {
            return;
        }
        Optional<String> against = against(pair, left, right);
        if (against.isPresent()) {
            if (pair.probability() >= SHOWN) {
                lookAlikes.add(new LookAlike(pair, pair.summary() + ": " + against.get()));
            }
            return;
        }
        left.absorb(right, pair);
        right.members.forEach(member -> groups.put(member, left));
    }

    private Optional<String> against(Pair pair, Group left, Group right) {
        double wanted = pair.left().sameSource(pair.right()) ? SINGLE_SOURCE : JOINED;
        if (pair.probability() < wanted) {
            return Optional.of("not enough evidence");
        }
        for (Facts one : left.members) {
            for (Facts other : right.members) {
                if (one.sameSource(other) && !mayBeOne(one, other)) {
                    return Optional.of("both are records of " + one.stream() + ", which tells them apart");
                }
            }
        }
        return Optional.empty();
    }

    private boolean mayBeOne(Facts one, Facts other) {
        if (singleSource) {
            return true;
        }
        Email left = one.email();
        Email right = other.email();
        return left != null
                && right != null
                && left.base().equals(right.base())
                && !lexicon.isRoleMailbox(left.local());
    }

    /** A person's word counts more than any evidence. */
    void force(Facts one, Facts other) {
        Group left = groups.get(one);
        Group right = groups.get(other);
        if (left != null && right != null && !left.equals(right)) {
            left.absorb(right, new Pair(one, other, 1, List.of(new Evidence(1, "joined by a person"))));
            left.byUser = true;
            right.members.forEach(member -> groups.put(member, left));
        }
    }

    List<Cluster> clusters() {
        return new LinkedHashSet<>(groups.values())
                .stream()
                        .map(group -> new Cluster(
                                new TreeSet<>(group.members),
                                group.probability,
                                List.copyOf(group.evidence),
                                group.byUser))
                        .sorted(Comparator.comparing(
                                cluster -> cluster.members().first()))
                        .toList();
    }

    List<LookAlike> lookAlikes() {
        return lookAlikes;
    }
}
