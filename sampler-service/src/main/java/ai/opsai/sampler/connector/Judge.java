package ai.opsai.sampler.connector;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.ErrorPlan.Action;
import ai.opsai.sampler.connector.ErrorPlan.Rule;
import ai.opsai.sampler.expression.ExpressionException;
import ai.opsai.sampler.expression.Scope;
import ai.opsai.sampler.expression.Template;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Decides what an answer means: the manifest's rules first, then what the status says by itself. */
final class Judge {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ErrorPlan plan;
    private final Waits waits;

    Judge(ErrorPlan plan, Waits waits) {
        this.plan = plan;
        this.waits = waits;
    }

    Verdict verdict(Answer answer, Scope scope) {
        Scope seen = Scopes.answer(scope, answer);
        for (Rule rule : plan.rules()) {
            if (matches(rule, answer, seen)) {
                return byRule(rule, answer, seen);
            }
        }
        return byStatus(answer, seen);
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
            case RATE_LIMITED -> new Verdict.WaitUntil(waits.until(plan, answer, scope));
            case FAIL -> new Verdict.Failed(Sentences.code(answer.status()), sentence(rule, answer, scope));
        };
    }

    private Verdict byStatus(Answer answer, Scope scope) {
        int status = answer.status();
        if (status / 100 == 2) {
            return new Verdict.Good();
        }
        if (status == 429) {
            return new Verdict.WaitUntil(waits.until(plan, answer, scope));
        }
        if (status / 100 == 5 || status == 408) {
            return answer.headers().containsKey("retry-after") && status == 503
                    ? new Verdict.WaitUntil(waits.until(plan, answer, scope))
                    : new Verdict.TryAgain(Sentences.code(status), Sentences.of(status, said(answer)));
        }
        return new Verdict.Failed(Sentences.code(status), Sentences.of(status, said(answer)));
    }

    private static String sentence(Rule rule, Answer answer, Scope scope) {
        Template message = rule.message();
        return message == null ? Sentences.of(answer.status(), said(answer)) : Sentences.capped(message.text(scope));
    }

    /** What the provider itself says went wrong, where its body has one of the usual places for it. */
    private static String said(Answer answer) {
        if (answer.body() instanceof Map<?, ?> body) {
            Object error = body.get("error");
            Object message = error instanceof Map<?, ?> inner ? inner.get("message") : body.get("message");
            return message instanceof String text ? text : error instanceof String text ? text : "";
        }
        return "";
    }

    private static String text(Answer answer) {
        return answer.body() instanceof String text ? text : JSON.writeValueAsString(answer.body());
    }
}
