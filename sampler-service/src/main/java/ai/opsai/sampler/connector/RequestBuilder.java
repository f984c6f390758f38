package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.sampler.connector.RequestOption.Place;
import ai.opsai.sampler.expression.Scope;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the parts of one request: the requester's own, those of slice and page, and the authenticator's. */
final class RequestBuilder {

    private final RequesterPlan plan;
    private final ProviderAccess access;
    private final Scope scope;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    private final Map<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> secretHeaders = new LinkedHashMap<>();
    private final BodyParts body;
    private @Nullable String next;

    RequestBuilder(RequesterPlan plan, Call call) {
        this.plan = plan;
        this.access = call.access();
        this.scope = call.scope();
        this.body = new BodyParts(plan.body(), scope);
        parameters.putAll(plan.parameters().scalars(scope));
        headers.put("Accept", "application/json");
        headers.putAll(plan.headers().scalars(scope));
    }

    RequestBuilder option(RequestOption option, Object value) {
        switch (option.place()) {
            case PARAMETER -> parameters.put(option.name(scope), value);
            case HEADER -> headers.put(option.name(scope), value);
            case BODY_JSON -> body.add(option.steps(scope), value);
            case BODY_DATA -> body.addToForm(option.steps(scope), value);
            case PATH -> next = value.toString();
        }
        return this;
    }

    RequestBuilder parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    void credential(Credential credential) {
        if (credential.place().place() == Place.HEADER) {
            secretHeaders.put(credential.place().name(scope), credential.value());
        } else {
            option(credential.place(), credential.value());
        }
    }

    OutboundRequest build() {
        String base = access.base(plan.base().text(scope));
        URI uri = uri(base);
        OutboundRequest request = start(uri, body.content());
        request = request.allowedHosts(Addresses.allowed(access, Addresses.of(base)));
        for (var header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue().toString());
        }
        for (var header : secretHeaders.entrySet()) {
            request = request.secretHeader(header.getKey(), header.getValue());
        }
        return request;
    }

    private OutboundRequest start(URI uri, byte @Nullable [] content) {
        if (content == null && plan.method().equals("GET")) {
            return OutboundRequest.get(uri);
        }
        byte[] sent = content == null ? new byte[0] : content;
        Map<String, String> type = Map.of("Content-Type", body.type());
        return new OutboundRequest(plan.method(), uri, type, sent, Set.of(), 0, Set.of());
    }

    private URI uri(String base) {
        String own = plan.path().text(scope);
        String address = next == null ? Addresses.join(base, own) : Addresses.resolve(base, next);
        Set<String> present = Queries.names(address);
        parameters.keySet().removeIf(present::contains);
        String query = Queries.encode(parameters);
        String separator = address.contains("?") ? "&" : "?";
        return Addresses.of(query.isEmpty() ? address : address + separator + query);
    }
}
