package ai.opsai.auth.connector;

import ai.opsai.auth.part.Part;
import ai.opsai.auth.part.PartAnswer;
import ai.opsai.auth.part.Parts;
import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.problem.Problem;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The connectors of tenants, which the sampler keeps. */
public final class OwnConnectors {

    private static final String JSON = "application/json";

    private final Parts parts;
    private final JsonMapper json;

    OwnConnectors(Parts parts, JsonMapper json) {
        this.parts = parts;
        this.json = json;
    }

    /** A configuration that opened the connector's provider, and the only hosts that it leads to. */
    public record Tried(Secret config, Set<String> hosts) {}

    JsonNode keep(String tenant, String id, String name, byte[] manifest) {
        String path = path(tenant) + "/" + id + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        try (PartAnswer answer = parts.post(Part.SAMPLER, tenant, path, "application/yaml", manifest)) {
            return read(answer);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** All of a tenant, by id. */
    public List<JsonNode> all(String tenant) {
        try (PartAnswer answer = parts.get(Part.SAMPLER, tenant, path(tenant), JSON)) {
            // A sampler from before there were connectors has none.
            return answer.status() == 404
                    ? List.of()
                    : read(answer).path("items").valueStream().toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** @throws ProblemException {@code unknown_provider} */
    public JsonNode require(String tenant, String id) {
        String path = path(tenant) + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        try (PartAnswer answer = parts.get(Part.SAMPLER, tenant, path, JSON)) {
            return read(answer);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Tries a configuration.
     *
     * @throws ProblemException with what does not fit, or with what the provider answered instead
     */
    public Tried tried(String tenant, String id, Map<String, @Nullable Object> config) {
        byte[] body = json.writeValueAsBytes(config);
        try (PartAnswer answer = parts.post(Part.SAMPLER, tenant, path(tenant) + "/" + id + "/trial", JSON, body)) {
            JsonNode tried = read(answer);
            Set<String> hosts = new TreeSet<>();
            tried.path("hosts").forEach(host -> hosts.add(host.asString()));
            return new Tried(Secret.of(tried.required("config").toString()), hosts);
        } catch (IOException | JacksonException e) {
            throw unreadable(e);
        }
    }

    /** The sampler says in the words of this API what is wrong, so its problems are ours. */
    private JsonNode read(PartAnswer answer) throws IOException {
        try {
            if (answer.status() < 300) {
                return json.readTree(answer.body());
            }
            if (answer.status() == 404) {
                throw new ProblemException(
                        ProblemCode.UNKNOWN_PROVIDER,
                        "There is no such connector; GET /api/connectors lists those there are.");
            }
            Problem problem = json.readValue(answer.body(), Problem.class);
            throw new ProblemException(
                    ProblemCode.ofWire(problem.code()),
                    problem.detail(),
                    problem.retryAt(),
                    problem.errors() == null ? List.of() : problem.errors());
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static String path(String tenant) {
        return "/internal/v1/tenants/" + tenant + "/connectors";
    }

    /** The cause stays here: it may quote a body, and bodies hold secrets. */
    private static ProblemException unreadable(Exception cause) {
        return new ProblemException(
                ProblemCode.UNAVAILABLE,
                "The sampler's answer can't be read (" + cause.getClass().getSimpleName() + "); try again later.");
    }
}
