package ai.opsai.local.supervisor;

import ai.opsai.local.database.DatabaseAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Servers that the user's environment names: used instead of embedded ones, never started or ended here. */
public record ExternalServers(
        @Nullable DatabaseAddress database, @Nullable String bootstrapServers) {

    public static ExternalServers of(Map<String, String> environment) {
        String url = environment.getOrDefault("DATABASE_URL", "");
        String brokers = environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
        return new ExternalServers(
                url.isBlank() ? null : DatabaseAddress.parse(url), brokers.isBlank() ? null : brokers);
    }
}
