package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The token request of one grant. */
final class GrantRequest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ASSERTED = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final GrantPlan plan;
    private final Call call;
    private final Clock clock;
    private final URI endpoint;

    GrantRequest(GrantPlan plan, Call call, Clock clock) {
        this.plan = plan;
        this.call = call;
        this.clock = clock;
        this.endpoint = Addresses.of(plan.endpoint().text(call.scope()));
    }

    OutboundRequest request() {
        var form = new LinkedHashMap<String, @Nullable Object>(fields());
        JwtPlan assertion = plan.assertion();
        if (assertion != null) {
            form.clear();
            form.put("grant_type", ASSERTED);
            form.put("assertion", Jwts.sign(assertion, call.scope(), clock));
        }
        OutboundRequest request = OutboundRequest.post(
                        endpoint, FORM, Queries.encode(form).getBytes(StandardCharsets.UTF_8))
                .allowedHosts(hosts())
                .header("Accept", "application/json");
        for (Map.Entry<String, Object> header :
                plan.headers().scalars(call.scope()).entrySet()) {
            if (!header.getKey().equalsIgnoreCase("Content-Type")) {
                request =
                        request.secretHeader(header.getKey(), header.getValue().toString());
            }
        }
        return request;
    }

    /** The same for the same credentials, also where an assertion is signed anew each time. */
    String key() {
        JwtPlan assertion = plan.assertion();
        return Sessions.key(List.of(
                endpoint.toString(),
                Queries.encode(fields()),
                plan.headers().scalars(call.scope()).toString(),
                assertion == null ? "" : assertion.key().text(call.scope()),
                assertion == null
                        ? ""
                        : assertion.claims().evaluate(call.scope()).toString()));
    }

    private Map<String, @Nullable Object> fields() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (GrantPlan.Field field : plan.fields()) {
            String value = field.value().text(call.scope());
            if (!value.isEmpty()) {
                fields.put(field.name().text(call.scope()), value);
            }
        }
        plan.extra().scalars(call.scope()).forEach(fields::putIfAbsent);
        return fields;
    }

    /** Those of the connection; where it names none, the host that the manifest itself names. */
    private Set<String> hosts() {
        return Addresses.allowed(call.access(), endpoint);
    }
}
