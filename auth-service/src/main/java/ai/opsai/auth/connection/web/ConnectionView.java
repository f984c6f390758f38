package ai.opsai.auth.connection.web;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.ConnectionStatus;
import ai.opsai.auth.connection.SampleStatus;
import ai.opsai.auth.provider.Account;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connection as clients see it. */
record ConnectionView(
        UUID connectionId,
        String tenantId,
        String provider,
        ConnectionStatus status,
        @Nullable String reason,
        long version,
        @Nullable Account account,
        ScopesView scopes,
        Instant createdAt,
        @Nullable Instant connectedAt,
        @Nullable SampleView sample) {

    record ScopesView(List<String> requested, List<String> granted) {}

    record SampleView(
            SampleStatus status,
            long sampleVersion,
            @Nullable Instant collectedAt,
            @Nullable Instant retryAt,
            @JsonRawValue @Nullable String problem,
            @JsonRawValue @Nullable String limited) {}

    static ConnectionView of(Connection connection) {
        return new ConnectionView(
                connection.connectionId(),
                connection.tenantId(),
                connection.provider(),
                connection.status(),
                connection.reason(),
                connection.version(),
                connection.account(),
                new ScopesView(connection.requestedScopes(), connection.grantedScopes()),
                connection.createdAt(),
                connection.connectedAt(),
                sample(connection.sample()));
    }

    private static @Nullable SampleView sample(Connection.Sample sample) {
        return sample.status() == null
                ? null
                : new SampleView(
                        sample.status(),
                        sample.version(),
                        sample.collectedAt(),
                        sample.retryAt(),
                        sample.problem(),
                        sample.limits());
    }
}
