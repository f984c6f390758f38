package ai.opsai.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
class MetersIT {

    private static final String TENANT = "metered-tenant";

    private final Gateway gateway;
    private final MeterRegistry meters;

    MetersIT(Gateway gateway) {
        this.gateway = gateway;
        this.meters = gateway.bean(MeterRegistry.class);
    }

    @Test
    void aFlowIsCountedByProviderAndOutcome() {
        double before = count("opsai.connections", "status", "active");

        connect();

        await().until(() -> count("opsai.connections", "status", "active") > before);
        assertThat(count("opsai.connections", "status", "pending")).isPositive();
        assertThat(count("opsai.operations", "kind", "connect")).isPositive();
    }

    @Test
    void noLabelOfAnyMeterNamesATenant() {
        connect();

        assertThat(tags().map(Tag::getKey))
                .isNotEmpty()
                .noneMatch(key -> key.toLowerCase(Locale.ROOT).contains("tenant"));
        assertThat(tags().map(Tag::getValue)).noneMatch(value -> value.contains(TENANT));
    }

    @Test
    void everyMeterOfOursIsDocumented() throws IOException {
        connect();
        String documented = Files.readString(Path.of("../docs/metrics.md"));

        assertThat(meters.getMeters().stream()
                        .map(meter -> meter.getId().getName())
                        .filter(name -> name.startsWith("opsai.")))
                .contains("opsai.outbox.age", "opsai.outbox.rows", "opsai.outbox.parked", "opsai.outbox.batch")
                .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
    }

    @Test
    void metersAreNotForThePublic() {
        assertThat(gateway.browser().get("/actuator/prometheus").status()).isIn(401, 404);
        assertThat(gateway.internal().get("/actuator/prometheus").status()).isIn(401, 404);
    }

    private void connect() {
        assertThat(Flow.in(gateway.browser()).complete("{\"provider\":\"github\",\"tenantId\":\"" + TENANT + "\"}"))
                .containsEntry("status", "connected");
    }

    private double count(String name, String key, String value) {
        return meters.find(name).tag(key, value).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private Stream<Tag> tags() {
        return meters.getMeters().stream().map(Meter::getId).flatMap(id -> id.getTags().stream());
    }
}
