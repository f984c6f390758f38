package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.Authentication.Proof;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends what requesters describe, authenticated. A session that the provider no longer knows is begun anew, once. */
final class Requests {

    private final ProviderCalls calls;
    private final Logins logins;
    private final Authentication authentication;

    Requests(OutboundHttp http, Pause pause, Clock clock) {
        this.calls = new ProviderCalls(http, pause, clock);
        this.logins = new Logins(this, clock);
        this.authentication = new Authentication(logins, clock);
    }

    /**
     * A request that is ready to be sent.
     *
     * @param secrets what its answer must not repeat
     */
    record Prepared(
            OutboundRequest request,
            List<String> secrets,
            @Nullable String session) {
        static Prepared of(OutboundRequest request) {
            return new Prepared(request, List.of(), null);
        }

        @Override
        public String toString() {
            return "Prepared[" + request + "]";
        }
    }

    /** @param more adds the parts of slice and page */
    Answer send(RequesterPlan plan, Call call, Consumer<RequestBuilder> more) {
        Prepared prepared = prepare(plan, call, more);
        try {
            return exchange(prepared, plan, call);
        } catch (ProviderFailure e) {
            if (e.code() != ProblemCode.PROVIDER_TOKEN_REJECTED || prepared.session() == null) {
                throw e;
            }
            logins.end(prepared.session());
            return exchange(prepare(plan, call, more), plan, call);
        }
    }

    Prepared prepare(RequesterPlan plan, Call call, Consumer<RequestBuilder> more) {
        var builder = new RequestBuilder(plan, call);
        more.accept(builder);
        Proof proof = authentication.proof(plan.authenticator(), call);
        proof.credentials().forEach(builder::credential);
        Stream<String> secrets = proof.credentials().stream().flatMap(credential -> credential.secrets().stream());
        List<String> hidden =
                Stream.concat(Stream.of(call.access().token()), secrets).toList();
        return new Prepared(built(builder), hidden, proof.session());
    }

    private static OutboundRequest built(RequestBuilder builder) {
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new ProviderFailure(
                    ProblemCode.PROVIDER_ERROR,
                    "The connector made a header that is none. Check its configuration for line breaks.");
        }
    }

    Answer exchange(Prepared prepared, RequesterPlan plan, Call call) {
        return calls.send(prepared, plan, call);
    }
}
