package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.AuthenticatorPlan.LoginPlan;
import ai.opsai.sampler.connector.Sessions.Session;
import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.expression.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gets tokens with what the configuration holds: by a login, or by an OAuth grant. Each is kept until it ends. */
final class Logins {

    /** Of a token whose answer names no end. */
    private static final Duration USUAL = Duration.ofMinutes(10);
    /** So long before its end a token is no longer used, since requests take time. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Requests requests;
    private final Sessions sessions = new Sessions();
    private final Clock clock;

    Logins(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** @param session null where the configuration itself held the token */
    record Login(String token, @Nullable String session) {
        @Override
        public String toString() {
            return "Login[***]";
        }
    }

    Login login(LoginPlan plan, Call call) {
        String known = known(plan.known(), call);
        if (known != null) {
            return new Login(known, null);
        }
        Requests.Prepared prepared = requests.prepare(plan.requester(), call, _ -> {});
        return kept(Sessions.key(prepared.request()), () -> {
            Answer answer = requests.exchange(prepared, plan.requester(), call);
            return session(Paths.get(answer.first(), plan.token()), ends(plan.lifetime()));
        });
    }

    Login grant(GrantPlan plan, Call call) {
        String known = known(plan.known(), call);
        if (known != null) {
            return new Login(known, null);
        }
        var request = new GrantRequest(plan, call, clock);
        return kept(request.key(), () -> {
            OutboundRequest outbound = request.request();
            Answer answer = requests.exchange(Requests.Prepared.of(outbound), RequesterPlan.TOKEN, call);
            Object token = Paths.anywhere(answer.body(), plan.tokenName().text(call.scope()));
            return session(
                    token,
                    ends(Paths.anywhere(answer.body(), plan.lifetimeName().text(call.scope()))));
        });
    }

    void end(String session) {
        sessions.drop(session);
    }

    private static @Nullable String known(@Nullable Template token, Call call) {
        String text = token == null ? "" : token.text(call.scope());
        return text.isEmpty() ? null : text;
    }

    private Login kept(String key, Supplier<Session> login) {
        String token = sessions.find(key, clock.instant());
        if (token == null) {
            Session begun = login.get();
            sessions.keep(key, begun);
            token = begun.token();
        }
        return new Login(token, key);
    }

    private static Session session(@Nullable Object token, Instant until) {
        if (token == null || token.toString().isEmpty()) {
            throw new ProviderFailure(
                    ProblemCode.PROVIDER_TOKEN_REJECTED,
                    "The provider's answer to the sign-in holds no token. Check the credentials of the configuration.");
        }
        return new Session(token.toString(), until);
    }

    private Instant ends(@Nullable String lifetime) {
        Instant now = clock.instant();
        return lifetime == null
                ? now.plus(USUAL)
                : Times.plus(now.atOffset(ZoneOffset.UTC), lifetime).toInstant().minus(MARGIN);
    }

    private Instant ends(@Nullable Object seconds) {
        String text = String.valueOf(seconds);
        Duration lifetime =
                text.matches("\\d{1,9}(\\.\\d+)?") ? Duration.ofSeconds((long) Double.parseDouble(text)) : USUAL;
        return clock.instant().plus(lifetime).minus(MARGIN);
    }
}
