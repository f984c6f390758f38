package ai.opsai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.world.LookAlike;
import ai.opsai.sandbox.world.Person;
import ai.opsai.sandbox.world.Provider;
import ai.opsai.sandbox.world.RecordRef;
import ai.opsai.sandbox.world.Subject;
import ai.opsai.sandbox.world.Trait;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a client sees that reads one page of a hundred rows per list and no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FirstPagesTests {

    private static final String OLDEST = "{\"limit\":100}";
    private static final String NEWEST =
            "{\"limit\":100,\"sorts\":[{\"propertyName\":\"createdate\",\"direction\":\"DESCENDING\"}]}";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {OLDEST, NEWEST})
    void samePeopleAreSeenAtAllThree(String contacts) throws IOException {
        Set<Subject> everywhere = new HashSet<>(seen(Provider.STRIPE, "customers", customers()));
        everywhere.retainAll(seen(Provider.HUBSPOT, "contacts", contacts(contacts)));
        everywhere.retainAll(seen(Provider.GITHUB, "users", contributors()));
        assertThat(everywhere).hasSizeGreaterThan(8);
        assertThat(people(everywhere).stream().filter(person -> person.trait() == Trait.PLAIN))
                .hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {OLDEST, NEWEST})
    void lookAlikesAreSeenOnBothSides(String contacts) throws IOException {
        Set<Subject> payers = seen(Provider.STRIPE, "customers", customers());
        Set<Subject> known = seen(Provider.HUBSPOT, "contacts", contacts(contacts));
        List<LookAlike> pairs = sandbox.world().community("acme").lookAlikes().stream()
                .filter(pair -> payers.contains(Subject.of(pair.left())) && known.contains(Subject.of(pair.right())))
                .toList();
        assertThat(pairs).hasSizeGreaterThan(3);
        assertThat(pairs.stream().map(LookAlike::kind).collect(Collectors.toSet()))
                .hasSizeGreaterThan(1);
    }

    @Test
    void everyKindOfLookAlikeIsSeenInTheOldestContacts() throws IOException {
        Set<Subject> known = seen(Provider.HUBSPOT, "contacts", contacts(OLDEST));
        assertThat(sandbox.world().community("acme").lookAlikes().stream()
                        .filter(pair -> known.contains(Subject.of(pair.right())))
                        .map(LookAlike::kind)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(LookAlike.Kind.values());
    }

    private Set<Subject> seen(Provider provider, String entity, List<String> ids) {
        return ids.stream()
                .map(id -> sandbox.world().truth().subject(new RecordRef("acme", provider, entity, id)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private List<Person> people(Set<Subject> subjects) {
        return sandbox.world().community("acme").people().stream()
                .filter(person -> subjects.contains(Subject.of(person)))
                .toList();
    }

    private List<String> customers() throws IOException {
        try (Client stripe = new Client(sandbox.baseUrl(Provider.STRIPE), "Bearer sandbox-stripe-token")) {
            return values(stripe.get("/v1/customers?limit=100").json().get("data"), "id");
        }
    }

    private List<String> contacts(String search) throws IOException {
        try (Client hubspot = new Client(sandbox.baseUrl(Provider.HUBSPOT), "Bearer sandbox-hubspot-token")) {
            JsonNode body = Json.MAPPER.readTree(search);
            return values(
                    hubspot.post("/crm/v3/objects/contacts/search", body).json().get("results"), "id");
        }
    }

    private List<String> contributors() throws IOException {
        try (Client github = new Client(sandbox.baseUrl(Provider.GITHUB), "Bearer sandbox-github-token")) {
            return values(
                    github.get("/repos/acme-analytics/console/contributors?per_page=100")
                            .json(),
                    "login");
        }
    }

    private static List<String> values(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.get(field).asString()).toList();
    }
}
