package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers do wrong, and what is made of it. */
class ProviderFailureTests {

    private static final String YAML = """
            streams:
              - type: DeclarativeStream
                name: things
                retriever:
                  type: SimpleRetriever
                  requester:
                    type: HttpRequester
                    url_base: https://api.example.com
                    path: /things
                    authenticator: {type: BearerAuthenticator, api_token: "{{ config['access_token'] }}"}
                    error_handler:
                      type: DefaultErrorHandler
                      response_filters:
                        - {action: RATE_LIMITED, predicate: "{{ headers.get('x-remaining') == '0' }}"}
                        - {action: IGNORE, http_codes: [410]}
                        - {action: FAIL, http_codes: [402], error_message: "Pay first: {{ response['why'] }}"}
                        - {action: REFRESH_TOKEN_THEN_RETRY, predicate: "{{ response.get('error') == 'invalid_auth' }}"}
                        - {action: FAIL, failure_type: config_error, predicate: "{{ response.get('ok') == false }}"}
                      backoff_strategies:
                        - {type: WaitUntilTimeFromHeader, header: x-reset}
                  record_selector:
                    extractor: {type: DpathExtractor, field_path: []}
            """;

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private final List<Duration> pauses = new ArrayList<>();

    private List<?> read() {
        return Connectors.readAll(
                Connectors.reader(pauses),
                Connectors.plan(YAML, "things"),
                Connectors.access(provider.url()),
                _ -> List.of());
    }

    private ProviderFailure failure() {
        return catchThrowableOfType(ProviderFailure.class, this::read);
    }

    @Test
    void statusesBecomeCodesWithASentenceToActOn() {
        provider.on(
                "/things",
                Reply.status(401, "{\"message\":\"Bad credentials\"}"),
                Reply.status(403, "{}"),
                Reply.status(404, "{}"));
        assertThat(failure()).satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(ProblemCode.PROVIDER_TOKEN_REJECTED);
            assertThat(failure.sentence()).contains("Connect the account again").contains("Bad credentials");
        });
        assertThat(failure().code()).isEqualTo(ProblemCode.PROVIDER_FORBIDDEN);
        assertThat(failure().code()).isEqualTo(ProblemCode.PROVIDER_NOT_FOUND);
    }

    @Test
    void serverErrorIsTriedAgainWithGrowingPausesAndThenReported() {
        provider.on("/things", Reply.status(500, "{}"));

        assertThat(failure().code()).isEqualTo(ProblemCode.PROVIDER_ERROR);
        assertThat(provider.received()).hasSize(3);
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void oneServerErrorIsForgiven() {
        provider.on("/things", Reply.status(502, "bad gateway"), Reply.json("[{\"id\":1}]"));

        assertThat(read()).hasSize(1);
    }

    @Test
    void webPageInsteadOfDataIsNoAnswer() {
        provider.on("/things", Reply.html("<html>Please sign in</html>"));

        assertThat(failure().code()).isEqualTo(ProblemCode.PROVIDER_INVALID_RESPONSE);
        assertThat(failure().sentence()).contains("web page");
    }

    @Test
    void halfABodyIsNoAnswer() {
        provider.on("/things", Reply.json("[{\"id\":1},{\"id\":2}"));

        assertThat(failure().code()).isEqualTo(ProblemCode.PROVIDER_INVALID_RESPONSE);
    }

    @Test
    void connectionThatBreaksOffIsTriedAgain() {
        provider.on("/things", Reply.json("[{\"id\":1},{\"id\":2}]").cutAt(5), Reply.json("[{\"id\":1}]"));

        assertThat(read()).hasSize(1);
    }

    @Test
    void silenceEndsAsTimeout() {
        provider.on("/things", Reply.json("[]").after(1_500));

        assertThat(failure().code()).isEqualTo(ProblemCode.PROVIDER_TIMEOUT);
    }

    @Test
    void shortRetryAfterIsWaitedForAndALongOneIsHandedBack() {
        provider.on(
                "/things",
                Reply.status(429, "{}").header("Retry-After", "1"),
                Reply.status(429, "{}").header("Retry-After", "120"));

        var throttled = catchThrowableOfType(ProviderThrottled.class, this::read);

        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
        assertThat(throttled.retryAt()).isEqualTo(Connectors.NOW.plusSeconds(120));
    }

    @Test
    void retryAfterMayBeADateAndIsCappedAndNonsenseIsIgnored() {
        provider.on(
                "/things",
                Reply.status(429, "{}").header("Retry-After", "Wed, 04 Mar 2026 05:08:07 GMT"),
                Reply.status(429, "{}").header("Retry-After", "1000000000"),
                Reply.status(429, "{}").header("Retry-After", "soon"));

        assertThat(catchThrowableOfType(ProviderThrottled.class, this::read).retryAt())
                .isEqualTo(Connectors.NOW.plusSeconds(120));
        assertThat(catchThrowableOfType(ProviderThrottled.class, this::read).retryAt())
                .isEqualTo(Connectors.NOW.plus(Waits.LONGEST));
        assertThat(catchThrowableOfType(ProviderThrottled.class, this::read).retryAt())
                .isEqualTo(Connectors.NOW.plusSeconds(30));
    }

    @Test
    void manifestDecidesWhatARateLimitLooksLike() {
        long reset = Connectors.NOW.plusSeconds(90).getEpochSecond();
        provider.on(
                "/things", Reply.status(403, "{}").header("X-Remaining", "0").header("X-Reset", String.valueOf(reset)));

        assertThat(catchThrowableOfType(ProviderThrottled.class, this::read).retryAt())
                .isEqualTo(Connectors.NOW.plusSeconds(90));
    }

    @Test
    void manifestMayIgnoreAStatusOrGiveItsOwnSentence() {
        provider.on("/things", Reply.status(410, "{}"), Reply.status(402, "{\"why\":\"trial is over\"}"));

        assertThat(read()).isEmpty();
        assertThat(failure().sentence()).isEqualTo("Pay first: trial is over");
    }

    @Test
    void tokenIsSentAndNeverKeptWhereTheProviderEchoesIt() {
        provider.on(
                "/things",
                Reply.json(
                        "[{\"id\":1,\"echo\":\"Bearer s3cret-token\",\"nul\":\"a\\u0000b\",\"half\":\"a\\ud800b\"}]"));

        assertThat(read().toString())
                .contains("Bearer ***")
                .contains("nul=ab")
                .contains("half=a?b")
                .doesNotContain("s3cret-token");
        assertThat(provider.received().getFirst().headers()).containsEntry("authorization", "Bearer s3cret-token");
    }

    @Test
    void redirectToAnotherHostIsRefused() {
        provider.on("/things", Reply.status(302, "").header("Location", "https://elsewhere.example.com/things"));

        assertThat(failure().code()).isEqualTo(ProblemCode.EGRESS_BLOCKED);
    }

    @Test
    void budgetOfRequestsIsKept() {
        provider.on("/things", Reply.status(500, "{}"));
        StreamPlan plan = Connectors.plan(YAML, "things");
        StreamReader reader = Connectors.reader(pauses);

        var budget = new RequestBudget(2, 0);
        ProviderAccess access = Connectors.access(provider.url());

        assertThatExceptionOfType(BudgetExhausted.class)
                .isThrownBy(() -> reader.page(plan, List.of(Slice.WHOLE), Position.START, access, budget));
        assertThat(provider.received()).hasSize(2);
    }

    @Test
    void errorInsideAGoodStatusIsAnErrorOfItsKind() {
        provider.on(
                "/things",
                Reply.json("{\"ok\":false,\"error\":\"invalid_auth\"}"),
                Reply.json("{\"ok\":false,\"error\":\"missing_scope\"}"));

        assertThat(failure().code()).isEqualTo(ProblemCode.PROVIDER_TOKEN_REJECTED);
        assertThat(failure()).satisfies(failure -> {
            assertThat(failure.code()).isEqualTo(ProblemCode.PROVIDER_FORBIDDEN);
            assertThat(failure.sentence()).contains("missing_scope");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"too bad\"}",
                "{\"error\":{\"type\":\"X\",\"message\":\"too bad\"}}",
                "{\"error\":{\"title\":\"too bad\"}}",
                "{\"error\":\"too bad\"}",
                "{\"error\":\"Code\",\"description\":\"too bad\"}",
                "{\"errors\":[{\"message\":\"too bad\"}]}",
                "[{\"errorCode\":\"X\",\"message\":\"too bad\"}]"
            })
    void whatTheProviderSaysIsPassedOn(String body) {
        provider.on("/things", Reply.status(400, body));

        assertThat(failure().sentence()).endsWith("It says: too bad");
    }
}
