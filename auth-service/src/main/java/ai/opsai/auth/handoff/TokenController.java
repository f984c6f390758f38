package ai.opsai.auth.handoff;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.vault.Release;
import ai.opsai.auth.vault.TokenOutcome;
import ai.opsai.platform.assertion.VerifiedCaller;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class TokenController {

    private static final Logger LOG = LoggerFactory.getLogger(TokenController.class);

    private final TenantWork work;
    private final Connections connections;
    private final ConnectionTokens tokens;
    private final Catalogue catalogue;
    private final TokenTrouble trouble;

    TokenController(
            TenantWork work,
            Connections connections,
            ConnectionTokens tokens,
            Catalogue catalogue,
            TokenTrouble trouble) {
        this.work = work;
        this.connections = connections;
        this.tokens = tokens;
        this.catalogue = catalogue;
        this.trouble = trouble;
    }

    record TokenWish(
            @JsonProperty("reject_version") @Nullable Long rejectVersion) {}

    @PostMapping("/internal/v1/connections/{id}/token")
    ResponseEntity<TokenGrant> token(
            VerifiedCaller caller, @PathVariable UUID id, @RequestBody(required = false) @Nullable TokenWish wish) {
        String tenant = caller.requiredTenant();
        caller.requireAbout(tenant, id);
        if (!caller.service().equals("sampler")) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "Only the sampler is given tokens.");
        }
        Connection connection = work.read(tenant, () -> connections.require(id));
        trouble.requireUsable(connection);
        Long rejected = wish == null ? null : wish.rejectVersion();
        Release release = new Release(caller.service(), caller.purpose(), caller.jti());
        Provider provider = catalogue.of(connection.provider(), connection.variables());
        return switch (tokens.token(connection, provider, rejected, release)) {
            case TokenOutcome.Granted granted -> given(connection, provider, granted);
            case TokenOutcome.ReauthRequired _ -> throw TokenTrouble.reauthRequired();
            case TokenOutcome.Later later ->
                throw new ProblemException(
                        ProblemCode.UNAVAILABLE, "The token can't be refreshed just now.", later.retryAt(), List.of());
            case TokenOutcome.Gone _ -> throw TokenTrouble.gone();
        };
    }

    private ResponseEntity<TokenGrant> given(Connection connection, Provider provider, TokenOutcome.Granted granted) {
        LOG.info("Released the token of connection {} version {}", connection.connectionId(), granted.version());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(TokenGrant.of(provider, connection.variables(), granted, trouble.now()));
    }
}
