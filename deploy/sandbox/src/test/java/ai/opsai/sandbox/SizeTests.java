package ai.opsai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sandbox.world.Provider;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The account with the very large rows, and the largest world. */
final class SizeTests {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void hundredRowsOfTheMegaAccountAreFarBeyondAMegabyte() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPeople(50));
                Client github = client(sandbox, Provider.GITHUB);
                Client stripe = client(sandbox, Provider.STRIPE);
                Client hubspot = client(sandbox, Provider.HUBSPOT)) {
            int issues = github.get("/repos/mega-archive/console/issues?state=all&per_page=100")
                    .body()
                    .length();
            int customers = stripe.get("/v1/customers?limit=100").body().length();
            int contacts = hubspot.get(
                            "/crm/v3/objects/contacts?limit=100&properties=meeting_minutes_1,meeting_minutes_2,"
                                    + "meeting_minutes_3,meeting_minutes_4")
                    .body()
                    .length();
            assertThat(issues).isGreaterThan(3 * MEGABYTE);
            assertThat(customers).isGreaterThan(MEGABYTE);
            assertThat(contacts).isGreaterThan(14 * MEGABYTE);
        }
    }

    @Test
    void largestWorldStartsInSeconds() throws IOException {
        long start = System.nanoTime();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPeople(6_000));
                Client stripe = new Client(sandbox.baseUrl(Provider.STRIPE), "Bearer sandbox-stripe-token")) {
            assertThat(stripe.get("/v1/invoices?limit=100").json().get("data").size())
                    .isEqualTo(100);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    private static Client client(Sandbox sandbox, Provider provider) {
        return new Client(sandbox.baseUrl(provider), "Bearer " + sandbox.token(provider, "mega"));
    }
}
