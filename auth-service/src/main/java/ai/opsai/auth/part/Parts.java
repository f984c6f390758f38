package ai.opsai.auth.part;

import ai.opsai.platform.assertion.ServiceAssertions;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import ai.opsai.platform.tracing.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from the sampler and the organizer. When one is down its reads are {@code unavailable}; nothing else is. */
public final class Parts {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration WORK = Duration.ofSeconds(75);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Map<Part, URI> addresses;
    private final ServiceAssertions assertions;
    private final Clock clock;
    private final Traces traces;

    Parts(Map<Part, URI> addresses, ServiceAssertions assertions, Clock clock, Traces traces) {
        this.addresses = Map.copyOf(addresses);
        this.assertions = assertions;
        this.clock = clock;
        this.traces = traces;
    }

    /**
     * Opens a read; the caller closes the body.
     *
     * @param path with its query, encoded
     */
    public PartAnswer get(Part part, @Nullable String tenant, String path, String accept) {
        return get(part, tenant, path, accept, null);
    }

    /**
     * As above, for a caller who knows a version already; the answer is 304 without a body while that is the newest.
     *
     * @param known ETags, as in If-None-Match
     */
    public PartAnswer get(Part part, @Nullable String tenant, String path, String accept, @Nullable String known) {
        HttpRequest.Builder request = signed(part, tenant, path, accept).timeout(ANSWER);
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return answer(part, send(part, request.build()), status -> status == 401 || status >= 500);
    }

    private PartAnswer answer(Part part, HttpResponse<InputStream> response, IntPredicate failed) {
        if (failed.test(response.statusCode())) {
            close(response.body());
            LOG.warn("The {} answered {}", part.service(), response.statusCode());
            throw unavailable(part, null);
        }
        return new PartAnswer(
                response.statusCode(),
                response.headers().firstValue("content-type").orElse("application/json"),
                response.headers().firstValue("etag").orElse(null),
                response.body());
    }

    /**
     * Sends something that the service keeps or answers; the caller closes the body. What went wrong at a provider is an
     * answer; only what went wrong at the service itself is not.
     *
     * @param path with its query, encoded
     */
    public PartAnswer post(Part part, String tenant, String path, String contentType, byte[] body) {
        HttpRequest.Builder request = signed(part, tenant, path, "application/json")
                .timeout(WORK)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body));
        return answer(part, send(part, request.build()), status -> status == 401 || status == 500);
    }

    /** The whole JSON of a read, or null when there is nothing (404). */
    public @Nullable String json(Part part, String tenant, String path) {
        try (PartAnswer answer = get(part, tenant, path, "application/json")) {
            return answer.status() == 200 ? new String(answer.body().readAllBytes(), StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            throw unavailable(part, e);
        }
    }

    private HttpRequest.Builder signed(Part part, @Nullable String tenant, String path, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(addresses.get(part) + path))
                .header("Authorization", "Bearer " + assertions.sign(part.service(), tenant, null, "read"))
                .header("Accept", accept);
        traces.stamp(request::header);
        return request;
    }

    private HttpResponse<InputStream> send(Part part, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw unavailable(part, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(part, e);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.debug("A body could not be closed", e);
        }
    }

    private ProblemException unavailable(Part part, @Nullable Throwable cause) {
        ProblemException problem = new ProblemException(
                ProblemCode.UNAVAILABLE,
                "The " + part.service() + " does not answer at the moment; try again in some seconds.",
                clock.instant().plus(RETRY),
                List.of());
        if (cause != null) {
            problem.initCause(cause);
        }
        return problem;
    }
}
