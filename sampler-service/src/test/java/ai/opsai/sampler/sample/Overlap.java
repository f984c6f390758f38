package ai.opsai.sampler.sample;

import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.RecordRef;
import ai.opsai.sandbox.world.Subject;
import ai.opsai.sandbox.world.Truth;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Of the people and companies in one tool's sample whose record in another tool shares a value with theirs: how many
 * have that record in the other's sample.
 */
final class Overlap {

    /** Where each provider keeps records of people and companies, and under which field their ids stand. */
    private static final Map<Provider, Map<String, String>> KEYS = Map.of(
            Provider.GITHUB, Map.of("users", "login"),
            Provider.STRIPE, Map.of("customers", "id"),
            Provider.HUBSPOT, Map.of("contacts", "id", "companies", "id"));

    private final Map<Provider, Set<RecordRef>> sampled = new EnumMap<>(Provider.class);
    private final Truth truth;
    private final WorldRecords records;

    Overlap(Sandbox sandbox, WorldRecords records, Onboarding onboarding, String account) {
        this.truth = sandbox.world().truth();
        this.records = records;
        KEYS.forEach((provider, keys) -> {
            var refs = new LinkedHashSet<RecordRef>();
            keys.forEach((entity, key) -> onboarding
                    .rows(provider, entity)
                    .forEach(row -> refs.add(new RecordRef(
                            account, provider, entity, row.path(key).asString()))));
            sampled.put(provider, refs);
        });
    }

    /** By pairs of tools, as {@code github to stripe}. */
    Map<String, Share> shares(Subject.Kind kind) {
        var shares = new TreeMap<String, Share>();
        sampled.forEach((provider, refs) -> {
            for (RecordRef ref : refs) {
                Subject subject = truth.subject(ref);
                if (subject != null && subject.kind() == kind) {
                    truth.records(subject).stream()
                            .filter(other -> reaches(ref, other))
                            .collect(Collectors.groupingBy(RecordRef::provider))
                            .forEach((tool, others) ->
                                    shares.merge(provider.id() + " to " + tool.id(), found(tool, others), Share::and));
                }
            }
        });
        return shares;
    }

    private boolean reaches(RecordRef ref, RecordRef other) {
        return other.provider() != ref.provider()
                && KEYS.getOrDefault(other.provider(), Map.of()).containsKey(other.entity())
                && records.share(ref, other);
    }

    private Share found(Provider tool, List<RecordRef> others) {
        return Share.NONE.and(others.stream().anyMatch(sampled.getOrDefault(tool, Set.of())::contains));
    }

    /** How many people the samples of the tool hold. */
    long people(Provider provider) {
        return sampled.getOrDefault(provider, Set.of()).stream()
                .map(truth::subject)
                .filter(subject -> subject != null && subject.kind() == Subject.Kind.PERSON)
                .distinct()
                .count();
    }
}
