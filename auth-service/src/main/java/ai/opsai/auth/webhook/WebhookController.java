package ai.opsai.auth.webhook;

import ai.opsai.auth.connection.AccountIndex;
import ai.opsai.auth.connection.ProviderEnds;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.Webhook;
import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
final class WebhookController {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);

    private final Catalogue catalogue;
    private final Proof proof;
    private final AccountIndex accounts;
    private final ProviderEnds ends;
    private final JsonMapper json;

    WebhookController(Catalogue catalogue, Proof proof, AccountIndex accounts, ProviderEnds ends, JsonMapper json) {
        this.catalogue = catalogue;
        this.proof = proof;
        this.accounts = accounts;
        this.ends = ends;
        this.json = json;
    }

    /** What shows that a delivery is a provider's, and its first. */
    record Proof(Secrets secrets, Signatures signatures, Deliveries deliveries) {}

    /** Says no more than that it was understood: also for an account that nobody has connected. */
    @PostMapping("/webhooks/{provider}")
    ResponseEntity<String> hear(@PathVariable String provider, HttpServletRequest request) throws IOException {
        Provider known = catalogue.require(provider);
        Webhook webhook = known.webhook();
        Secret secret = webhook == null ? null : proof.secrets().of(known, webhook);
        if (webhook == null || secret == null) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    "Nothing is heard from " + known.name() + " here: no webhook secret is configured.");
        }
        Delivery delivery = Delivery.of(request);
        if (!proof.signatures().good(webhook.signature(), secret, delivery)) {
            throw new ProblemException(
                    ProblemCode.UNAUTHENTICATED, "The signature is missing, wrong, or too old. Check the secret.");
        }
        return heard(known, webhook, delivery);
    }

    private ResponseEntity<String> heard(Provider provider, Webhook webhook, Delivery delivery) {
        JsonNode body = read(delivery);
        String challenge = challenge(webhook, body);
        if (challenge != null) {
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
        }
        String event = delivery.at(webhook.event(), body);
        String account = delivery.at(webhook.account(), body);
        if (event != null
                && webhook.events().contains(event)
                && account != null
                && !proof.deliveries().known(provider, delivery)) {
            LOG.info("{} says that an account disconnected us", provider.id());
            accounts.owners(provider.id(), account).forEach(ends::end);
            proof.deliveries().remember(provider, delivery);
        }
        return ResponseEntity.ok().build();
    }

    /** How Slack makes sure that an address is ours: it has to be said again what it said. */
    private static @Nullable String challenge(Webhook webhook, JsonNode body) {
        boolean asked = webhook.signature().scheme() == Webhook.Scheme.SLACK_V0
                && body.path("type").asString("").equals("url_verification");
        return asked ? body.path("challenge").asString("") : null;
    }

    private JsonNode read(Delivery delivery) {
        try {
            return json.readTree(delivery.body());
        } catch (JacksonException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "The body can't be read as JSON.");
        }
    }
}
