package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.opsai.auth.Browser.Page;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** The vault's keys for operators: on the management port, whatever callers of the other ports must prove. */
class VaultPortIT {

    private static final String PATH = "/actuator/vault";
    private static final String ROTATE = "{\"keys\":\"tenants\"}";

    @Nested
    @ExtendWith(GatewayExtension.class)
    class InLocalMode {

        private final Gateway gateway;

        InLocalMode(Gateway gateway) {
            this.gateway = gateway;
        }

        @Test
        void v13_keysAreShownAndRotatedOnTheManagementPort() {
            Flow.in(gateway.browser()).complete(Flow.body("rotated"));
            showsAndRotates(gateway);
        }

        @Test
        void v13_noOtherPortKnowsOfKeys() {
            refusesElsewhere(gateway);
        }
    }

    @Nested
    @ExtendWith(ProvenGatewayExtension.class)
    class InJwtMode {

        private final Gateway gateway;

        InJwtMode(Gateway gateway) {
            this.gateway = gateway;
        }

        @Test
        void v13_keysAreShownAndRotatedOnTheManagementPort() {
            showsAndRotates(gateway);
        }

        @Test
        void v13_noOtherPortKnowsOfKeys() {
            refusesElsewhere(gateway);
        }
    }

    private static void showsAndRotates(Gateway gateway) {
        Browser operator = management(gateway);
        String masterKey = operator.get(PATH).json().get("masterKey").asString();

        Page rotated = operator.post(PATH, ROTATE);

        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        assertThat(rotated.json().get("masterKey").asString()).isEqualTo(masterKey);
        assertThat(operator.post(PATH, "{}").status()).isEqualTo(400);
        HttpRequest.Builder files = operator.request(PATH).POST(BodyPublishers.ofString("--x--"));
        assertThat(operator.send(files, "Content-Type", "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(415);
        await().untilAsserted(() -> {
            JsonNode status = operator.get(PATH).json();
            assertThat(status.get("rowsOnOldKey").asInt()).isZero();
            assertThat(status.get("tenantsToSweep").asInt()).isZero();
        });
    }

    private static void refusesElsewhere(Gateway gateway) {
        for (Browser port : new Browser[] {gateway.browser(), gateway.internal()}) {
            assertThat(port.get(PATH).status()).isEqualTo(404);
            assertThat(port.post(PATH, ROTATE).status()).isEqualTo(404);
            assertThat(port.post(PATH, ROTATE, Tokens.bearing("vault-port")).status())
                    .isEqualTo(404);
        }
    }

    private static Browser management(Gateway gateway) {
        return new Browser(managementUrl(gateway));
    }

    private static String managementUrl(Gateway gateway) {
        return "http://127.0.0.1:" + gateway.bean(Environment.class).getRequiredProperty("management.server.port");
    }
}
