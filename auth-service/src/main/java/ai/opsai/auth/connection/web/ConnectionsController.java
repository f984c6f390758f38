package ai.opsai.auth.connection.web;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.connection.ConnectStarts;
import ai.opsai.auth.connection.Connected;
import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.connection.Disconnects;
import ai.opsai.auth.connection.OwnConnections;
import ai.opsai.auth.connection.PastedTokens;
import ai.opsai.auth.connection.Settings;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.operation.Idempotency;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.Way;
import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ConnectionsController {

    private final Tenants tenants;
    private final TenantWork work;
    private final Connections connections;
    private final Catalogue catalogue;
    private final Ways ways;

    ConnectionsController(Tenants tenants, TenantWork work, Connections connections, Catalogue catalogue, Ways ways) {
        this.tenants = tenants;
        this.work = work;
        this.connections = connections;
        this.catalogue = catalogue;
        this.ways = ways;
    }

    /** The ways into and out of a connection. */
    record Ways(
            ConnectStarts starts,
            PastedTokens pasted,
            OwnConnections own,
            Disconnects disconnects,
            Idempotency idempotency) {}

    record NewConnection(
            @Nullable String provider,
            @Nullable String tenantId,
            @Nullable String returnTo,
            @Nullable String token,
            @Nullable UUID connectionId,
            @Nullable Map<String, @Nullable String> variables,
            @Nullable Map<String, @Nullable Object> config) {

        Way way() {
            return config != null ? Way.CONFIG : token != null ? Way.TOKEN : Way.OAUTH2;
        }

        @Override
        public String toString() {
            return "NewConnection[" + provider + "]";
        }
    }

    record Begun(
            UUID connectionId,
            @Nullable URI authorizationUrl,
            @Nullable Instant expiresAt,
            UUID operationId) {}

    @PostMapping(path = "/api/connections", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Begun connect(
            @RequestBody NewConnection wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        String tenant = tenants.of(wanted.tenantId());
        return ways.idempotency().once(tenant, key, wanted, Begun.class, () -> begin(tenant, wanted));
    }

    private Begun begin(String tenant, NewConnection wanted) {
        UUID again = wanted.connectionId();
        String id = wanted.provider();
        if (id != null && wanted.config() != null && catalogue.find(id) == null) {
            return at(ways.own().connect(tenant, id, wanted.config(), again));
        }
        Provider provider = catalogue.require(id);
        Map<String, String> known = again == null
                ? Map.of()
                : work.read(tenant, () -> connections.require(again)).variables();
        Settings settings = Settings.of(provider, wanted.way(), wanted.variables(), texts(wanted.config()), known);
        return switch (wanted.way()) {
            case TOKEN -> {
                Secret token = token(Objects.requireNonNull(wanted.token()));
                yield at(ways.pasted().connect(tenant, provider, token, settings, again));
            }
            case CONFIG -> at(ways.pasted().connect(tenant, provider, settings, again));
            case OAUTH2 -> at(ways.starts().begin(tenant, provider, again, wanted.returnTo(), settings));
        };
    }

    /** Providers of the catalogue ask for texts alone. */
    private static @Nullable Map<String, @Nullable String> texts(@Nullable Map<String, @Nullable Object> config) {
        if (config == null) {
            return null;
        }
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        config.forEach((name, value) -> {
            if (value instanceof Map || value instanceof Collection) {
                throw ProblemException.invalid("config." + name, "This has to be a text.");
            }
            texts.put(name, value == null ? null : value.toString());
        });
        return texts;
    }

    private static Begun at(Connected connected) {
        return new Begun(connected.connectionId(), null, null, connected.sampleOperationId());
    }

    private static Begun at(ConnectStarts.Begun begun) {
        return new Begun(begun.connectionId(), begun.authorizationUrl(), begun.expiresAt(), begun.operationId());
    }

    @DeleteMapping("/api/connections/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disconnect(@PathVariable UUID id, @RequestParam(required = false) @Nullable String tenantId) {
        ways.disconnects().disconnect(tenants.of(tenantId), id);
    }

    private static Secret token(String pasted) {
        if (pasted.isBlank()) {
            throw new ProblemException(ProblemCode.ACCESS_TOKEN_MISSING, "The token is empty: paste an access token.");
        }
        return Secret.of(pasted.strip());
    }
}
