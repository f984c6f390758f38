package ai.opsai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sandbox.json.Json;
import ai.opsai.sandbox.world.Provider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HubspotApiTests {

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Client hubspot = new Client(sandbox.baseUrl(Provider.HUBSPOT), "Bearer sandbox-hubspot-token");

    @AfterAll
    void stop() {
        hubspot.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "companies", "deals"})
    void pagesHoldEverythingOnceInTheOrderOfIds(String type) throws IOException {
        List<Long> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    hubspot.get("/crm/v3/objects/" + type + "?limit=30" + after).json();
            page.get("results")
                    .forEach(row -> ids.add(Long.valueOf(row.get("id").asString())));
            String next = page.at("/paging/next/after").asString("");
            after = next.isEmpty() ? "" : "&after=" + next;
        } while (!after.isEmpty());
        assertThat(ids).hasSizeGreaterThan(30).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void onlyAskedPropertiesComeBackAndAllAreText() throws IOException {
        JsonNode properties = hubspot.get("/crm/v3/objects/companies?limit=1&properties=numberofemployees,nonsense")
                .json()
                .at("/results/0/properties");
        assertThat(properties.get("numberofemployees").isString()).isTrue();
        assertThat(properties.has("nonsense")).isFalse();
        assertThat(properties.has("name")).isFalse();
    }

    @Test
    void dealsBelongToTheirContactsAndCompanies() throws IOException {
        for (JsonNode deal : hubspot.get("/crm/v3/objects/deals?limit=30&associations=contacts,companies")
                .json()
                .get("results")) {
            String contact = deal.at("/associations/contacts/results/0/id").asString();
            JsonNode found = hubspot.get("/crm/v3/objects/contacts/" + contact + "?associations=deals")
                    .json();
            assertThat(found.at("/associations/deals/results/0/id")).isEqualTo(deal.get("id"));
            JsonNode v4 = hubspot.get("/crm/v4/objects/deals/" + deal.get("id").asString() + "/associations/contacts")
                    .json();
            assertThat(v4.at("/results/0/associationTypes/0/typeId").asInt()).isEqualTo(3);
        }
    }

    @Test
    void searchFiltersAndPages() throws IOException {
        JsonNode body = Json.value(Map.of(
                "filterGroups",
                List.of(Map.of(
                        "filters",
                        List.of(Map.of("propertyName", "lifecyclestage", "operator", "EQ", "value", "customer")))),
                "properties",
                List.of("lifecyclestage"),
                "limit",
                3));
        JsonNode found = hubspot.post("/crm/v3/objects/contacts/search", body).json();
        assertThat(found.get("total").asInt()).isGreaterThan(3);
        assertThat(found.get("results").valueStream())
                .hasSize(3)
                .allMatch(row -> row.at("/properties/lifecyclestage").asString().equals("customer"));
        assertThat(found.at("/paging/next/after").asString()).isEqualTo("3");
    }

    @Test
    void searchByAddressesFindsThemWhateverTheirCase() throws IOException {
        JsonNode two = hubspot.get("/crm/v3/objects/contacts?limit=2&properties=email")
                .json()
                .get("results");
        List<String> emails = two.valueStream()
                .map(row -> row.at("/properties/email").asString().toUpperCase(Locale.ROOT))
                .toList();
        JsonNode search = Json.value(Map.of(
                "filterGroups",
                List.of(Map.of(
                        "filters", List.of(Map.of("propertyName", "email", "operator", "IN", "values", emails))))));
        assertThat(hubspot.post("/crm/v3/objects/contacts/search", search)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        JsonNode batch = Json.value(Map.of(
                "idProperty",
                "email",
                "properties",
                List.of("email"),
                "inputs",
                emails.stream().map(email -> Map.of("id", email)).toList()));
        assertThat(hubspot.post("/crm/v3/objects/contacts/batch/read", batch)
                        .json()
                        .get("results")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void missingIdsOfABatchAreNamed() throws IOException {
        JsonNode batch = Json.value(Map.of("inputs", List.of(Map.of("id", "1"))));
        Client.Reply reply = hubspot.post("/crm/v3/objects/deals/batch/read", batch);
        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.json().at("/errors/0/context/ids/0").asString()).isEqualTo("1");
    }

    @Test
    void cataloguesNameCustomProperties() throws IOException {
        JsonNode properties = hubspot.get("/crm/v3/properties/contacts").json().get("results");
        assertThat(properties.valueStream())
                .anyMatch(property -> property.get("name").asString().equals("github_username")
                        && !property.get("hubspotDefined").asBoolean());
    }

    @Test
    void rateLimitHeadersAreOnListsAndNotOnSearches() throws IOException {
        assertThat(hubspot.get("/crm/v3/objects/contacts").header("X-HubSpot-RateLimit-Remaining"))
                .isNotEmpty();
        assertThat(hubspot.post("/crm/v3/objects/contacts/search", Json.object())
                        .header("X-HubSpot-RateLimit-Remaining"))
                .isEmpty();
    }

    @Test
    void errorsAreHubspotsOwn() throws IOException {
        Client.Reply invalid = hubspot.get("/crm/v3/objects/unicorns");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.json().get("category").asString()).isEqualTo("VALIDATION_ERROR");
        assertThat(hubspot.get("/crm/v3/objects/contacts/1").status()).isEqualTo(404);
        assertThat(hubspot.get("/crm/v3/objects/contacts?limit=101").status()).isEqualTo(400);
        try (Client stranger = new Client(sandbox.baseUrl(Provider.HUBSPOT), "")) {
            assertThat(stranger.get("/crm/v3/objects/contacts")
                            .json()
                            .get("category")
                            .asString())
                    .isEqualTo("INVALID_AUTHENTICATION");
        }
    }
}
