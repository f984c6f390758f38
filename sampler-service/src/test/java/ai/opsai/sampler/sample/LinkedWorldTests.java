package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sandbox.Sandbox;
import ai.opsai.sandbox.SandboxOptions;
import ai.opsai.sandbox.fault.Failure;
import ai.opsai.sandbox.fault.Fault;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.Subject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What linked sampling is for, measured: 6,000 people, three tools whose lists each begin with other people, and samples
 * that join nevertheless. What would be right comes from the world, never from the code under test.
 */
class LinkedWorldTests {

    private static final String ACCOUNT = "acme";

    private static Sandbox sandbox;
    private static WorldRecords records;

    /** What came of connecting the tools in one order. */
    private record Measured(
            Map<Provider, Long> requests,
            Map<Provider, Long> people,
            Map<String, Share> persons,
            Map<String, Share> companies,
            Map<String, Share> references) {}

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withPeople(6_000).withScatteredPeople());
        records = new WorldRecords(sandbox);
    }

    @AfterAll
    static void stop() {
        records.close();
        sandbox.close();
    }

    @BeforeEach
    void clear() {
        sandbox.requests().clear();
        sandbox.faults().clear();
    }

    @ParameterizedTest
    @CsvSource({"GITHUB, STRIPE, HUBSPOT", "HUBSPOT, GITHUB, STRIPE", "STRIPE, HUBSPOT, GITHUB"})
    void samplesOfThreeToolsJoin(Provider first, Provider second, Provider third) {
        Measured measured = measure(List.of(first, second, third));

        assertThat(sum(measured.persons()).percent()).isGreaterThanOrEqualTo(90);
        assertThat(sum(measured.references()).percent()).isGreaterThanOrEqualTo(99);
        assertThat(measured.requests().values()).allMatch(count -> count <= 100);
    }

    /** A token without the scope, or a compatible server without the API: fewer join, and no more is asked. */
    @Test
    void withoutBatchesFewerJoinAndTheBudgetHolds() {
        sandbox.faults()
                .add(Fault.always("github", new Failure.Status(403, null)).on("/graphql"));

        Measured measured = measure(List.of(Provider.GITHUB, Provider.STRIPE, Provider.HUBSPOT));

        assertThat(sum(measured.references()).percent()).isGreaterThanOrEqualTo(95);
        assertThat(measured.requests().values()).allMatch(count -> count <= 100);
        assertThat(measured.persons()
                        .getOrDefault("hubspot to stripe", Share.NONE)
                        .percent())
                .isGreaterThanOrEqualTo(95);
    }

    private static Measured measure(List<Provider> order) {
        var onboarding = new Onboarding(sandbox, ACCOUNT);
        order.forEach(onboarding::connect);
        Map<Provider, Long> requests = new EnumMap<>(Provider.class);
        Map<Provider, Long> people = new EnumMap<>(Provider.class);
        var overlap = new Overlap(sandbox, records, onboarding, ACCOUNT);
        for (Provider provider : Provider.values()) {
            requests.put(provider, sandbox.requests().count(provider.id(), "/"));
            people.put(provider, overlap.people(provider));
        }
        var measured = new Measured(
                requests,
                people,
                overlap.shares(Subject.Kind.PERSON),
                overlap.shares(Subject.Kind.COMPANY),
                new References(onboarding).shares());
        print(order, measured);
        return measured;
    }

    private static Share sum(Map<String, Share> shares) {
        return shares.values().stream().reduce(Share.NONE, Share::and);
    }

    private static void print(List<Provider> order, Measured measured) {
        System.out.println("linked samples, " + order.stream().map(Provider::id).collect(Collectors.joining(", ")));
        measured.requests()
                .forEach((provider, count) -> System.out.printf(
                        "  %-8s %3d requests, %3d people%n",
                        provider.id(), count, measured.people().get(provider)));
        print("people", measured.persons());
        print("companies", measured.companies());
        print("references", measured.references());
    }

    private static void print(String what, Map<String, Share> shares) {
        System.out.printf("  %s: %s%n", what, sum(shares));
        shares.forEach((name, share) -> System.out.printf("    %-55s %s%n", name, share));
    }
}
