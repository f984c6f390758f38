package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.Browser.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
class LiveResumeIT {

    private final Gateway gateway;
    private final Browser browser;

    LiveResumeIT(Gateway gateway) {
        this.gateway = gateway;
        this.browser = gateway.browser();
    }

    @Test
    void aDisplayThatComesBackIsToldWhatItMissed() {
        connect("resume");
        String seen;
        try (LiveStream stream = LiveStream.of(gateway, "/api/tenants/resume/events", "0")) {
            seen = String.valueOf(stream.next().get("id"));
        }
        try (LiveStream stream = LiveStream.of(gateway, "/api/tenants/resume/events", seen)) {
            Map<String, String> next = stream.next();
            assertThat(Long.parseLong(String.valueOf(next.get("id")))).isGreaterThan(Long.parseLong(seen));
            assertThat(next.get("event")).isNotEqualTo("reset");
        }
    }

    @Test
    void aDisplayThatWasAwayTooLongIsToldToLoadAnew() throws SQLException {
        Page begun = connect("away");
        String first;
        try (LiveStream stream = LiveStream.of(gateway, "/api/tenants/away/events", "0")) {
            first = String.valueOf(stream.next().get("id"));
        }
        forget("away", first);
        connect("away");
        try (LiveStream stream = LiveStream.of(gateway, "/api/tenants/away/events", first)) {
            Map<String, String> reset = stream.next();
            assertThat(reset).containsEntry("event", "reset");
            assertThat(Long.parseLong(String.valueOf(reset.get("id")))).isGreaterThan(Long.parseLong(first));
        }
        String operation = "/api/operations/" + begun.json().get("operationId").asString() + "/events?tenantId=away";
        try (LiveStream stream = LiveStream.of(gateway, operation, first)) {
            assertThat(stream.next()).containsEntry("event", "reset");
            assertThat(stream.next())
                    .containsEntry("event", "operation")
                    .hasEntrySatisfying("data", data -> assertThat(data).contains("\"timeline\""));
        }
    }

    private Page connect(String tenant) {
        return browser.post("/api/connections", Flow.body(tenant));
    }

    /** As after a day. */
    private void forget(String tenant, String seq) throws SQLException {
        try (Connection connection = gateway.database.connect("opsai_auth");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.tenant_id', '" + tenant + "', true)");
            statement.execute("delete from connections.live_event where seq <= " + seq);
            connection.commit();
        }
    }
}
