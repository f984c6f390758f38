package ai.opsai.auth.connection;

import ai.opsai.auth.connector.OwnConnectors;
import ai.opsai.auth.connector.OwnConnectors.Tried;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.provider.Account;
import ai.opsai.auth.provider.Identified;
import ai.opsai.auth.provider.OwnProvider;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.vault.Tokens;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.IdGenerator;

/**
 * Connects through a tenant's own connector: the sampler tries the configuration, and the whole of it is sealed. Nothing
 * tells whose account it opens, so each is a new one unless a connection is named that is to be connected again.
 */
public final class OwnConnections {

    private final OwnConnectors connectors;
    private final TenantWork work;
    private final Connections connections;
    private final Activation activation;
    private final IdGenerator ids;

    OwnConnections(
            OwnConnectors connectors,
            TenantWork work,
            Connections connections,
            Activation activation,
            IdGenerator ids) {
        this.connectors = connectors;
        this.work = work;
        this.connections = connections;
        this.activation = activation;
        this.ids = ids;
    }

    /**
     * Connects at once.
     *
     * @throws ProblemException {@code unknown_provider}, or with what does not fit or what the provider said
     */
    public Connected connect(
            String tenant, String id, Map<String, @Nullable Object> config, @Nullable UUID connection) {
        String name = connectors.require(tenant, id).path("name").asString(id);
        Account known = connection == null ? null : account(tenant, id, connection);
        Tried tried = connectors.tried(tenant, id, config);
        Account account = known == null ? newAccount(name, tried) : known;
        Map<String, String> variables = OwnProvider.variables(tried.hosts());
        Provider provider = OwnProvider.of(id, name, variables);
        Activation.Grant grant = new Activation.Grant(
                new Identified(account, variables),
                new Tokens(tried.config(), null, null),
                Map.of(),
                List.of(),
                List.of());
        Connected connected = activation.activate(tenant, provider, Activation.Wish.of(connection), grant);
        if (connected == null) {
            throw new ProblemException(ProblemCode.GONE, "The connection was ended while it was being made.");
        }
        return connected;
    }

    private @Nullable Account account(String tenant, String id, UUID connection) {
        Connection known = work.read(tenant, () -> connections.require(connection));
        if (!known.provider().equals(id)) {
            throw ProblemException.invalid("connectionId", "This connection belongs to another provider.");
        }
        return known.account();
    }

    private Account newAccount(String name, Tried tried) {
        return new Account(ids.generateId().toString(), name + " (" + String.join(", ", tried.hosts()) + ")");
    }
}
