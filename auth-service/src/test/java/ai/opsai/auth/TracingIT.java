package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import ai.opsai.auth.FakeWorld.Reply;
import ai.opsai.events.Envelope;
import ai.opsai.events.ProviderConnected;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
class TracingIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final Gateway gateway;
    private final Peers peers;

    TracingIT(Gateway gateway, Peers peers) {
        this.gateway = gateway;
        this.peers = peers;
    }

    @Test
    void eventsBelongToTheTraceOfTheRequestThatCausedThem() {
        paste("traced", "traceparent", TRACEPARENT);

        assertThat(connected("traced").traceparent())
                .startsWith("00-" + TRACE + "-")
                .isNotEqualTo(TRACEPARENT);
    }

    @Test
    void requestWithoutATraceBeginsOne() {
        paste("untraced");

        assertThat(connected("untraced").traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]");
    }

    @Test
    void siblingsAreToldTheTraceAndProvidersAreNot() {
        paste("both", "traceparent", TRACEPARENT);
        gateway.world.answer("/internal/v1/tenants/both/samples", call -> Reply.json("{\"items\":[]}"));
        Page read = gateway.browser().get("/api/tenants/both/samples", "traceparent", TRACEPARENT);

        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(gateway.world
                        .calls("/internal/v1/tenants/both/samples")
                        .getFirst()
                        .traceparent())
                .contains(TRACE);
        assertThat(gateway.world.calls("/api/user"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.traceparent()).isEmpty());
    }

    private void paste(String tenant, String... headers) {
        Page accepted = gateway.browser()
                .post(
                        "/api/providers/sample-data",
                        "{\"provider\":\"github\",\"accessToken\":\"ghp_pasted\",\"tenantId\":\"" + tenant + "\"}",
                        with(headers));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    }

    private static String[] with(String... headers) {
        List<String> all = new ArrayList<>(List.of("Prefer", "respond-async"));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }

    private Envelope connected(String tenant) {
        return await().until(() -> peers.envelopes(tenant, ProviderConnected.class), found -> !found.isEmpty())
                .getFirst();
    }
}
