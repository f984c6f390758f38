package ai.opsai.sampler.connector;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.ErrorPlan.Action;
import ai.opsai.sampler.connector.ErrorPlan.Rule;
import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Decides what an answer means: the manifest's rules first, then what the status says by itself. */
final class Judge {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ErrorPlan plan;
    private final RateLimit limit;
    private final Waits waits;

    Judge(ErrorPlan plan, RateLimit limit, Waits waits) {
        this.plan = plan;
        this.limit = limit;
        this.waits = waits;
    }

    Verdict verdict(Answer answer, Scope scope) {
        Scope seen = Scopes.answer(scope, answer);
        if (limit.refusesAsForbidden(answer)) {
            return waitUntil(answer, seen);
        }
        Verdict verdict = byStatus(answer, seen);
        for (ErrorPlan.Handler handler : plan.handlers()) {
            verdict = byHandler(handler, answer, seen);
            if (isLastWord(verdict)) {
                return verdict;
            }
        }
        return verdict;
    }

    private Verdict byHandler(ErrorPlan.Handler handler, Answer answer, Scope scope) {
        for (Rule rule : handler.rules()) {
            if (matches(rule, answer, scope)) {
                return byRule(rule, answer, scope);
            }
        }
        return byStatus(answer, scope);
    }

    /** A later handler may still think better of a failure or of a wait. */
    private static boolean isLastWord(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Good _, Verdict.Ignored _, Verdict.TryAgain _ -> true;
            case Verdict.WaitUntil _, Verdict.Failed _ -> false;
        };
    }

    private static boolean matches(Rule rule, Answer answer, Scope scope) {
        boolean byStatus = rule.statuses().contains(answer.status());
        boolean byText = rule.contains() != null && text(answer).contains(rule.contains());
        return byStatus || byText || holds(rule.predicate(), scope);
    }

    private static boolean holds(@Nullable Template predicate, Scope scope) {
        try {
            return predicate != null && predicate.test(scope);
        } catch (ExpressionException e) {
            return false;
        }
    }

    private Verdict byRule(Rule rule, Answer answer, Scope scope) {
        Action action = rule.action();
        return switch (action) {
            case null -> byStatus(answer, scope);
            case SUCCESS -> new Verdict.Good();
            case IGNORE -> new Verdict.Ignored();
            case RETRY -> new Verdict.TryAgain(ProblemCode.PROVIDER_ERROR, sentence(rule, answer, scope));
            case RATE_LIMITED -> waitUntil(answer, scope);
            case NEW_TOKEN ->
                new Verdict.Failed(ProblemCode.PROVIDER_TOKEN_REJECTED, Sentences.of(401, ErrorTexts.said(answer)));
            case FAIL -> new Verdict.Failed(Sentences.code(meant(rule, answer)), sentence(rule, answer, scope));
        };
    }

    private Verdict byStatus(Answer answer, Scope scope) {
        int status = answer.status();
        if (status / 100 == 2) {
            return new Verdict.Good();
        }
        if (limit.refuses(answer)) {
            return waitUntil(answer, scope);
        }
        if (status / 100 == 5 || status == 408) {
            return answer.headers().containsKey("retry-after") && status == 503
                    ? waitUntil(answer, scope)
                    : new Verdict.TryAgain(Sentences.code(status), Sentences.of(status, ErrorTexts.said(answer)));
        }
        return new Verdict.Failed(Sentences.code(status), Sentences.of(status, ErrorTexts.said(answer)));
    }

    private Verdict waitUntil(Answer answer, Scope scope) {
        return new Verdict.WaitUntil(waits.until(plan, limit, answer, scope));
    }

    private static String sentence(Rule rule, Answer answer, Scope scope) {
        Template message = rule.message();
        return message == null
                ? Sentences.of(meant(rule, answer), ErrorTexts.said(answer))
                : Sentences.capped(message.text(scope));
    }

    /**
     * The status that the answer should have: some tell of a missing permission in the body of a 200 or a 400, and Jira of
     * one under 401, which only a rule that reads the body can tell from an ended token.
     */
    private static int meant(Rule rule, Answer answer) {
        boolean vague = Sentences.code(answer.status()) == ProblemCode.PROVIDER_ERROR;
        return rule.configuration() && (vague || rule.predicate() != null) ? 403 : answer.status();
    }

    private static String text(Answer answer) {
        return answer.body() instanceof String text ? text : JSON.writeValueAsString(answer.body());
    }
}
