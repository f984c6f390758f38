package ai.opsai.organizer.unification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class UnificationEngineTests {

    private final EngineResult result = World.small().organize();

    @Test
    void aPersonOfThreeProvidersIsOneCustomerWithAllIds() {
        JsonNode ada = customer("Ada North");

        assertThat(ada.path("email").asString()).isEqualToIgnoringCase("ada.north@mill.example");
        assertThat(ada.path("stripe_id").asString()).isEqualTo("cus_A1");
        assertThat(ada.path("hubspot_id").asString()).isEqualTo("9001");
        assertThat(ada.path("github_id").asString()).isEqualTo("501");
        assertThat(ada.path("github_username").asString()).isEqualTo("adanorth");
    }

    @Test
    void fieldsNameTheRecordsThatTheyComeFrom() {
        OrganizedRow ada = customerRow("Ada North");

        assertThat(ada.connectionId()).isEqualTo(OrganizedRow.NO_CONNECTION);
        assertThat(ada.provenance().path("records").size()).isEqualTo(3);
        assertThat(ada.provenance().path("records").path(0).path("provider").asString())
                .isEqualTo("github");
        assertThat(ada.provenance().path("fields").path("stripe_id").path(0).asInt())
                .isEqualTo(2);
    }

    @Test
    void ordersReferToCustomersAndCarryAmountsInWholeUnits() {
        JsonNode order = result.rows().stream()
                .filter(row -> row.entityType().equals("orders"))
                .filter(row -> row.data().path("stripe_id").asString("").equals("ch_1"))
                .map(OrganizedRow::data)
                .findFirst()
                .orElseThrow();

        assertThat(order.path("customer_id")).isEqualTo(customer("Ada North").path("id"));
        assertThat(order.path("amount").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(result.relationships().toString())
                .contains("\"from\":\"orders\",\"to\":\"unified_customers\",\"field\":\"customer_id\"");
    }

    @Test
    void sameNameWithOtherDomainsIsShownAndNotJoined() {
        assertThat(customers("Bo West")).hasSize(2);
        JsonNode alike = result.report().review().values().stream()
                .filter(each -> each.path("kind").asString().equals("look_alike"))
                .filter(each -> each.toString().contains("cus_B2"))
                .findFirst()
                .orElseThrow();
        assertThat(alike.path("reason").asString()).contains("the same name").contains("different e-mail domains");
        assertThat(result.explanations()
                        .pair("unified_customers", "cus_B2", "9002")
                        .orElseThrow()
                        .path("joined")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aMailboxOfAFunctionJoinsNobody() {
        assertThat(customers("Cy East")).hasSize(1);
        assertThat(customers("Cy East").getFirst().has("hubspot_id")).isFalse();
    }

    @Test
    void providerRowsKeepTheirFieldsAndListsBecomeChildren() {
        OrganizedRow repository = result.rows().stream()
                .filter(row -> row.entityType().equals("github_repositories")
                        && row.entityId().equals("71001"))
                .findFirst()
                .orElseThrow();

        assertThat(repository.data().path("id").asLong()).isEqualTo(71001);
        assertThat(repository.data().path("owner_id").asLong()).isEqualTo(501);
        assertThat(repository.data().has("owner_login")).isFalse();
        assertThat(result.counts())
                .containsEntry("github_repository_topics", 2L)
                .containsEntry("github_users", 2L);
    }

    @Test
    void everyMemberHasAnIdentityOfVersion8() {
        assertThat(result.identities()).hasSize(11).allSatisfy(identity -> {
            assertThat(identity.unifiedId().version()).isEqualTo(8);
            assertThat(identity.unifiedId().variant()).isEqualTo(2);
            assertThat(identity.firstSeenVersion()).isEqualTo(1);
        });
    }

    @Test
    void twoConnectionsOfOneProviderStaySideBySide() {
        Sample one = World.of("stripe", "customers", "{'id':'cus_A1','email':'a@mill.example','name':'Ada North'}")
                .samples()
                .getFirst();
        Sample other = new Sample(World.connection("second"), "stripe", 3, one.entities());
        EngineResult both = UnificationEngine.organize(EngineInput.of(List.of(one, other)));

        assertThat(both.rows().stream().filter(row -> row.entityType().equals("stripe_customers")))
                .hasSize(2);
        assertThat(both.report().primaryKeys().toString()).contains("\"fields\":[\"id\"]");
        assertThat(both.rows().stream().filter(row -> row.entityType().equals("unified_customers")))
                .hasSize(1);
    }

    @Test
    void anEmptyInputMakesAnEmptyDesign() {
        EngineResult empty = UnificationEngine.organize(EngineInput.of(List.of()));

        assertThat(empty.entities().isEmpty()).isTrue();
        assertThat(empty.rows()).isEmpty();
    }

    private JsonNode customer(String name) {
        return customerRow(name).data();
    }

    private OrganizedRow customerRow(String name) {
        return result.rows().stream()
                .filter(row -> row.entityType().equals("unified_customers"))
                .filter(row -> isNamed(row.data(), name))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> customers(String name) {
        return result.rows().stream()
                .filter(row -> row.entityType().equals("unified_customers"))
                .<JsonNode>map(OrganizedRow::data)
                .filter(data -> isNamed(data, name))
                .toList();
    }

    private static boolean isNamed(JsonNode data, String name) {
        String whole = data.path("first_name").asString("") + " "
                + data.path("last_name").asString("");
        return data.path("name").asString("").equals(name) || whole.equals(name);
    }
}
