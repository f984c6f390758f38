package ai.opsai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sandbox.world.Provider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StripeApiTests {

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Client stripe = new Client(sandbox.baseUrl(Provider.STRIPE), "Bearer sandbox-stripe-token");

    @AfterAll
    void stop() {
        stripe.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"customers", "products", "prices", "subscriptions", "charges", "invoices", "refunds", "disputes"
            })
    void pagesHoldEverythingOnceTheNewestFirst(String kind) throws IOException {
        List<JsonNode> rows = all(kind, "");
        assertThat(rows).isNotEmpty();
        assertThat(rows.stream().map(row -> row.get("id").asString())).doesNotHaveDuplicates();
        assertThat(rows.stream().map(row -> row.get("created").asLong()).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        String object = rows.getFirst().get("object").asString();
        assertThat(kind).isEqualTo(object + "s");
    }

    @Test
    void referencesLeadToTheirObjects() throws IOException {
        for (JsonNode charge : stripe.get("/v1/charges?limit=20").json().get("data")) {
            assertThat(stripe.get("/v1/customers/" + charge.get("customer").asString())
                            .status())
                    .isEqualTo(200);
            JsonNode invoice = stripe.get(
                            "/v1/invoices/" + charge.get("invoice").asString())
                    .json();
            assertThat(invoice.get("charge")).isEqualTo(charge.get("id"));
            JsonNode subscription = stripe.get(
                            "/v1/subscriptions/" + invoice.get("subscription").asString())
                    .json();
            assertThat(subscription.get("customer")).isEqualTo(charge.get("customer"));
        }
    }

    @Test
    void refundsAndDisputesLeadToTheirCharges() throws IOException {
        JsonNode refund = all("refunds", "").getFirst();
        assertThat(charge(refund).get("refunded").asBoolean()).isTrue();
        assertThat(charge(all("disputes", "").getFirst()).get("paid").asBoolean())
                .isTrue();
    }

    private JsonNode charge(JsonNode row) throws IOException {
        return stripe.get("/v1/charges/" + row.get("charge").asString()).json();
    }

    @Test
    void productsAreFoundByTheirIds() throws IOException {
        JsonNode first = stripe.get("/v1/products?limit=3").json().get("data");
        String query = "?ids[]=" + first.get(2).get("id").asString() + "&ids[]="
                + first.get(0).get("id").asString();
        assertThat(stripe.get("/v1/products" + query).json().get("data")).containsExactly(first.get(0), first.get(2));
    }

    @Test
    void endedSubscriptionsAreLeftOutUnlessAllAreAskedFor() throws IOException {
        assertThat(all("subscriptions", "&status=all"))
                .hasSizeGreaterThan(all("subscriptions", "").size());
        assertThat(all("subscriptions", "&status=canceled"))
                .isNotEmpty()
                .allMatch(row -> row.get("status").asString().equals("canceled"));
    }

    @Test
    void addressFindsItsCustomerByListAndBySearch() throws IOException {
        JsonNode customer = stripe.get("/v1/customers?limit=1").json().at("/data/0");
        String email = customer.get("email").asString();
        assertThat(stripe.get("/v1/customers?email=" + Client.encode(email))
                        .json()
                        .at("/data/0/id"))
                .isEqualTo(customer.get("id"));
        JsonNode found = stripe.get("/v1/customers/search?query=" + Client.encode("email:'" + email + "'"))
                .json();
        assertThat(found.get("object").asString()).isEqualTo("search_result");
        assertThat(found.at("/data/0/id")).isEqualTo(customer.get("id"));
    }

    @Test
    void searchUnderstandsOrAndRefusesNonsense() throws IOException {
        JsonNode two = stripe.get("/v1/customers?limit=2").json().get("data");
        String query = "email:'" + two.at("/0/email").asString() + "' OR email:'"
                + two.at("/1/email").asString() + "'";
        assertThat(stripe.get("/v1/customers/search?query=" + Client.encode(query))
                        .json()
                        .get("data")
                        .size())
                .isGreaterThanOrEqualTo(2);
        assertThat(stripe.get("/v1/customers/search?query=nonsense").status()).isEqualTo(400);
    }

    @Test
    void expandedReferenceIsTheObjectItself() throws IOException {
        JsonNode charge = stripe.get("/v1/charges?limit=1&expand[]=data.customer".replace("[]", "%5B%5D"))
                .json()
                .at("/data/0");
        assertThat(charge.at("/customer/object").asString()).isEqualTo("customer");
    }

    @Test
    void someRowsAreOfTestMode() throws IOException {
        List<JsonNode> customers = all("customers", "");
        assertThat(customers).anyMatch(row -> !row.get("livemode").asBoolean());
        assertThat(customers.stream().filter(row -> row.get("livemode").asBoolean()))
                .hasSizeGreaterThan(customers.size() * 9 / 10);
    }

    @Test
    void otherAccountSellsOnceInsteadOfBySubscription() throws IOException {
        try (Client studio = new Client(sandbox.baseUrl(Provider.STRIPE), "Bearer sandbox-stripe-token-studio")) {
            assertThat(studio.get("/v1/subscriptions?status=all").json().get("data"))
                    .isEmpty();
            assertThat(studio.get("/v1/charges?limit=100").json().get("data").size())
                    .isGreaterThan(20);
            assertThat(studio.get("/v1/prices").json().get("data").valueStream())
                    .allMatch(price -> price.get("type").asString().equals("one_time"));
        }
    }

    @Test
    void errorsAreStripesOwn() throws IOException {
        Client.Reply missing = stripe.get("/v1/customers/cus_nobody");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().at("/error/code").asString()).isEqualTo("resource_missing");
        assertThat(stripe.get("/v1/customers?limit=101")
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("parameter_invalid_integer");
        assertThat(stripe.get("/v1/unicorns").json().at("/error/type").asString())
                .isEqualTo("invalid_request_error");
        try (Client stranger = new Client(sandbox.baseUrl(Provider.STRIPE), "Bearer sk_live_nonsense")) {
            assertThat(stranger.get("/v1/customers").status()).isEqualTo(401);
        }
    }

    private List<JsonNode> all(String kind, String filter) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        JsonNode page;
        do {
            page = stripe.get("/v1/" + kind + "?limit=40" + filter + after).json();
            page.get("data").forEach(rows::add);
            after = rows.isEmpty()
                    ? ""
                    : "&starting_after=" + rows.getLast().get("id").asString();
        } while (page.get("has_more").asBoolean());
        return rows;
    }
}
