package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Reply;
import ai.opsai.sampler.connector.RateLimit.Meaning;
import ai.opsai.sampler.connector.RateLimit.Reset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider says about its limits, by the meaning that its file declares, and what is done about it. */
class PolitenessTests {

    private static final String YAML = """
            streams:
              - type: DeclarativeStream
                name: things
                retriever:
                  type: SimpleRetriever
                  requester: {type: HttpRequester, url_base: https://api.example.com, path: /things}
                  record_selector:
                    extractor: {type: DpathExtractor, field_path: []}
            """;
    private static final Duration LONG = Duration.ofMinutes(3);

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    private final List<Duration> pauses = new ArrayList<>();
    private final List<Instant> holds = new ArrayList<>();
    private final Deque<Duration> turns = new ArrayDeque<>();
    private RateLimit limit = RateLimit.USUAL;

    private final class ScriptedPace implements Pace {

        @Override
        public RateLimit limit() {
            return limit;
        }

        @Override
        public Duration take(Duration patience) {
            return turns.isEmpty() ? Duration.ZERO : turns.removeFirst();
        }

        @Override
        public void holdUntil(Instant moment) {
            holds.add(moment);
        }
    }

    private RequestBudget read() {
        var budget = new RequestBudget(10, 0, new ScriptedPace());
        StreamPlan plan = Connectors.plan(YAML, "things");
        var access = Connectors.access(provider.url());
        var _ = Connectors.reader(pauses).page(plan, List.of(Slice.WHOLE), Position.START, access, budget);
        return budget;
    }

    private ProviderThrottled throttled() {
        return catchThrowableOfType(ProviderThrottled.class, this::read);
    }

    private static RateLimit declared(@Nullable Meaning meaning) {
        return new RateLimit(Set.of(429), meaning == null ? null : new Reset("X-Reset", meaning), "X-Remaining");
    }

    @ParameterizedTest
    @CsvSource({"SECONDS,90", "EPOCH_SECONDS,1772600857", "EPOCH_MILLISECONDS,1772600857000"})
    void oneHeaderHasTheMeaningThatTheProvidersFileDeclares(Meaning meaning, String value) {
        limit = declared(meaning);
        provider.on("/things", Reply.status(429, "{}").header("X-Reset", value));

        assertThat(throttled().retryAt()).isEqualTo(Connectors.NOW.plusSeconds(90));
        assertThat(holds).containsExactly(Connectors.NOW.plusSeconds(90));
    }

    @Test
    void retryAfterCountsBeforeTheDeclaredHeader() {
        limit = declared(Meaning.SECONDS);
        provider.on("/things", Reply.status(429, "{}").header("X-Reset", "90").header("Retry-After", "60"));

        assertThat(throttled().retryAt()).isEqualTo(Connectors.NOW.plusSeconds(60));
    }

    @Test
    void nonsenseInTheDeclaredHeaderIsAWaitOfTheUsualLength() {
        limit = declared(Meaning.EPOCH_SECONDS);
        provider.on("/things", Reply.status(429, "{}").header("X-Reset", "soon"));

        assertThat(throttled().retryAt()).isEqualTo(Connectors.NOW.plusSeconds(30));
    }

    @Test
    void forbiddenIsALimitOnlyWhereNothingRemains() {
        limit = declared(Meaning.SECONDS);
        provider.on(
                "/things",
                Reply.status(403, "{}").header("X-Remaining", "0").header("X-Reset", "90"),
                Reply.status(403, "{}").header("X-Remaining", "7"));

        assertThat(throttled().retryAt()).isEqualTo(Connectors.NOW.plusSeconds(90));
        assertThatExceptionOfType(ProviderFailure.class).isThrownBy(this::read);
    }

    @Test
    void otherStatusesMeanSlowDownWhereTheyAreDeclared() {
        limit = new RateLimit(Set.of(429, 420), null, null);
        provider.on("/things", Reply.status(420, "{}").header("Retry-After", "60"));

        assertThat(throttled().retryAt()).isEqualTo(Connectors.NOW.plusSeconds(60));
    }

    @Test
    void aGoodAnswerThatTookTheLastRequestHoldsTheNextOneBack() {
        limit = declared(Meaning.SECONDS);
        provider.on("/things", Reply.json("[]").header("X-Remaining", "0").header("X-Reset", "90"));

        read();

        assertThat(holds).containsExactly(Connectors.NOW.plusSeconds(90));
    }

    @Test
    void withoutAResetNothingRemainingMeansAShortHold() {
        limit = declared(null);
        provider.on(
                "/things",
                Reply.json("[]").header("X-Remaining", "0"),
                Reply.json("[]").header("X-Remaining", "1"));

        read();
        read();

        assertThat(holds).containsExactly(Connectors.NOW.plusSeconds(10));
    }

    @Test
    void aShortWaitForTheTurnIsTakenAndALongOneGivenBack() {
        provider.on("/things", Reply.json("[]"));
        turns.add(Duration.ofMillis(700));
        turns.add(LONG);

        assertThat(read().used()).isEqualTo(1);
        assertThat(throttled().retryAt()).isEqualTo(Connectors.NOW.plus(LONG));

        assertThat(pauses).containsExactly(Duration.ofMillis(700));
        assertThat(provider.received()).hasSize(1);
    }

    @Test
    void whoRefusesAgainAndAgainIsLeftAloneForAWhileWhateverItSays() {
        provider.on("/things", Reply.status(429, "{}").header("Retry-After", "0"));

        assertThat(throttled().retryAt()).isAfterOrEqualTo(Connectors.NOW.plusSeconds(5));
        assertThat(provider.received()).hasSize(3);
    }

    @Test
    void whatAnswersHeldIsCountedForThePartAndTheWhole() {
        provider.on("/things", Reply.json("[{\"id\":1}]"));
        var whole = new RequestBudget(10, 0);
        RequestBudget part = whole.part(1);

        StreamPlan plan = Connectors.plan(YAML, "things");
        var access = Connectors.access(provider.url());
        var _ = Connectors.reader(pauses).page(plan, List.of(Slice.WHOLE), Position.START, access, part);

        assertThat(part.bytes()).isEqualTo(10);
        assertThat(whole.bytes()).isEqualTo(10);
        assertThat(whole.left()).isEqualTo(9);
        assertThat(part.left()).isZero();
    }
}
