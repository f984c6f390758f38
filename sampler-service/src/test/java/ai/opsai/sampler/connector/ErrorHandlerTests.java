package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.manifest.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What answers mean by a manifest's handlers. */
class ErrorHandlerTests {

    @Test
    void filtersMatchByStatusByTextAndByPredicate() {
        String handler = """
                type: DefaultErrorHandler
                response_filters:
                  - {http_codes: [404], action: IGNORE}
                  - {error_message_contains: try later, action: RETRY}
                  - {predicate: "{{ response.get('code') == 7 and headers['X-Kind'] == 'soft' }}", action: SUCCESS}
                  - {http_codes: [403], action: FAIL, error_message: "No access: {{ response['error'] }}"}
                """;

        assertThat(verdict(handler, 404, "{}")).isInstanceOf(Verdict.Ignored.class);
        assertThat(verdict(handler, 400, "{\"error\":\"please try later\"}")).isInstanceOf(Verdict.TryAgain.class);
        assertThat(verdict(handler, 400, "{\"code\":7}")).isInstanceOf(Verdict.Good.class);
        assertThat(verdict(handler, 403, "{\"error\":\"plan\"}"))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.sentence()).isEqualTo("No access: plan"));
        assertThat(verdict(handler, 418, "{}")).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict(handler, 500, "{}")).isInstanceOf(Verdict.TryAgain.class);
    }

    @Test
    void laterHandlersMayThinkBetterOfFailuresButNotOfSuccess() {
        String composite = """
                type: CompositeErrorHandler
                error_handlers:
                  - response_filters: [{http_codes: [403], action: FAIL}]
                  - response_filters:
                      - {http_codes: [403, 500], action: IGNORE}
                      - {predicate: "{{ true }}", action: FAIL}
                """;

        assertThat(verdict(composite, 403, "{}")).isInstanceOf(Verdict.Ignored.class);
        assertThat(verdict(composite, 500, "{}")).isInstanceOf(Verdict.TryAgain.class);
        assertThat(verdict(composite, 200, "{}")).isInstanceOf(Verdict.Good.class);
    }

    @Test
    void waitsAreTakenFromTheHeadersThatTheManifestNames() {
        assertThat(wait("{type: WaitTimeFromHeader, header: X-Wait, regex: 'in (\\d+)s'}", "x-wait", "again in 40s"))
                .isEqualTo(40);
        assertThat(wait("{type: WaitUntilTimeFromHeader, header: X-Reset}", "x-reset", epoch(50)))
                .isEqualTo(50);
        assertThat(wait("{type: WaitUntilTimeFromHeader, header: X-Reset, min_wait: 60}", "x-reset", epoch(50)))
                .isEqualTo(60);
        assertThat(wait("{type: ConstantBackoffStrategy, backoff_time_in_seconds: 12.5}", "x", ""))
                .isEqualTo(12);
        assertThat(wait("{type: CustomBackoffStrategy, class_name: x.Y}", "retry-after", "7"))
                .isEqualTo(7);
    }

    private static String epoch(int seconds) {
        return String.valueOf(Connectors.NOW.plusSeconds(seconds).getEpochSecond());
    }

    private static long wait(String backoff, String header, String value) {
        String yaml = "type: DefaultErrorHandler\nbackoff_strategies: [" + backoff + "]";
        var answer = new Answer(429, Map.of(header, List.of(value)), null);
        var verdict = (Verdict.WaitUntil) judge(yaml).verdict(answer, scope());
        return verdict.retryAt().getEpochSecond() - Connectors.NOW.getEpochSecond();
    }

    private static Verdict verdict(String yaml, int status, String body) {
        Object decoded = Decoding.decode(new DecoderPlan.Json(), body.getBytes(StandardCharsets.UTF_8));
        return judge(yaml).verdict(new Answer(status, Map.of("x-kind", List.of("soft")), decoded), scope());
    }

    private static Judge judge(String yaml) {
        Manifest manifest = Manifest.read("e.yaml", "handler:\n" + yaml.indent(2));
        ErrorPlan plan = new ErrorCompiler(new Compiling(manifest))
                .handler(manifest.resolve(manifest.root().mapping("handler"), "HttpRequester", "error_handler"));
        return new Judge(plan, RateLimit.USUAL, new Waits(Connectors.CLOCK));
    }

    private static Scope scope() {
        return new Scope(new LinkedHashMap<>(Map.of("config", Map.of())), Connectors.CLOCK);
    }
}
