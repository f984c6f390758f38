package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundFailure;
import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundResponse;
import ai.opsai.platform.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request until its answer is good: at the provider's pace, few tries with growing pauses, and no wait that isn't
 * short. What a provider says about its limits is heeded before the next request, here and in every other sampler.
 */
final class ProviderCalls {

    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration SHORT = Duration.ofSeconds(2);
    /** Of a provider that refuses again and again, whatever it says. */
    private static final Duration AT_LEAST = Duration.ofSeconds(5);

    private final OutboundHttp http;
    private final Pause pause;
    private final Clock clock;
    private final Waits waits;

    ProviderCalls(OutboundHttp http, Pause pause, Clock clock) {
        this.http = http;
        this.pause = pause;
        this.clock = clock;
        this.waits = new Waits(clock);
    }

    /** The good answer; one without a body where the manifest says to ignore it. */
    Answer send(Requests.Prepared prepared, RequesterPlan plan, Call call) {
        RequestBudget budget = call.budget();
        var judge = new Judge(plan.errors(), budget.pace().limit(), waits);
        Duration wait = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            awaitTurn(budget);
            Answer answer = null;
            Verdict verdict;
            try {
                OutboundResponse response = http.send(prepared.request());
                budget.received(response.body().length);
                answer = AnswerReader.read(response, plan.decoder(), prepared.secrets());
                verdict = judge.verdict(answer, call.scope());
                heed(answer, verdict, budget.pace());
            } catch (OutboundFailure e) {
                verdict = unanswered(e);
            }
            if (verdict instanceof Verdict.Good && answer != null) {
                return answer;
            }
            if (verdict instanceof Verdict.Ignored) {
                return new Answer(204, Map.of(), null);
            }
            pauseOrGiveUp(verdict, wait, attempt);
            wait = wait.multipliedBy(2);
        }
    }

    private void awaitTurn(RequestBudget budget) {
        budget.take();
        Duration wait = budget.pace().take(SHORT);
        if (wait.compareTo(SHORT) > 0) {
            throw new ProviderThrottled(clock.instant().plus(wait));
        }
        if (wait.isPositive()) {
            pause.of(wait);
        }
    }

    private void heed(Answer answer, Verdict verdict, Pace pace) {
        if (verdict instanceof Verdict.WaitUntil(Instant retryAt)) {
            pace.holdUntil(retryAt);
        } else if (pace.limit().usedUp(answer)) {
            pace.holdUntil(waits.untilReset(pace.limit(), answer));
        }
    }

    private void pauseOrGiveUp(Verdict verdict, Duration wait, int attempt) {
        switch (verdict) {
            case Verdict.Failed(ProblemCode code, String sentence) -> throw new ProviderFailure(code, sentence);
            case Verdict.TryAgain(ProblemCode code, String sentence) -> {
                if (attempt >= TRIES) {
                    throw new ProviderFailure(code, sentence);
                }
                pause.of(wait);
            }
            case Verdict.WaitUntil(Instant retryAt) -> {
                Instant now = clock.instant();
                Duration asked = Duration.between(now, retryAt);
                if (asked.compareTo(SHORT) > 0) {
                    throw new ProviderThrottled(retryAt);
                }
                if (attempt >= TRIES) {
                    throw new ProviderThrottled(now.plus(AT_LEAST));
                }
                pause.of(asked.isNegative() ? Duration.ZERO : asked);
            }
            case Verdict.Good _, Verdict.Ignored _ -> {}
        }
    }

    private static Verdict unanswered(OutboundFailure failure) {
        boolean mayRecover = switch (failure.code()) {
            case TIMEOUT, CONNECT_FAILED, CONNECTION_CLOSED, TRUNCATED -> true;
            case EGRESS_BLOCKED, REDIRECT_BLOCKED, RESPONSE_TOO_LARGE, TLS_ERROR, INVALID_RESPONSE -> false;
        };
        ProblemCode code = Sentences.code(failure.code());
        @Nullable String sentence = Sentences.of(failure);
        return mayRecover ? new Verdict.TryAgain(code, sentence) : new Verdict.Failed(code, sentence);
    }
}
