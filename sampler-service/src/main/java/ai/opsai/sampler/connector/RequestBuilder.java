package ai.opsai.sampler.connector;

import ai.opsai.platform.outbound.OutboundRequest;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.sampler.connector.RequesterPlan.Body;
import ai.opsai.sampler.expression.Scope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Collects the parts of one request: the requester's own, those of slice and page, and the authenticator's. */
final class RequestBuilder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RequesterPlan plan;
    private final ProviderAccess access;
    private final Scope scope;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> bodyFields = new LinkedHashMap<>();
    private final Map<String, String> secretHeaders = new LinkedHashMap<>();
    private @Nullable String path;
    private boolean form;

    RequestBuilder(RequesterPlan plan, ProviderAccess access, Scope scope) {
        this.plan = plan;
        this.access = access;
        this.scope = scope;
        parameters.putAll(plan.parameters().scalars(scope));
        headers.put("Accept", "application/json");
        plan.headers().scalars(scope).forEach((name, value) -> {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value);
        });
    }

    RequestBuilder option(RequestOption option, Object value) {
        switch (option.place()) {
            case PARAMETER -> parameters.put(String.join(".", option.path()), value);
            case HEADER -> headers.put(String.join(".", option.path()), value);
            case BODY_JSON -> Paths.put(bodyFields, option.path(), value);
            case BODY_DATA -> {
                Paths.put(bodyFields, option.path(), value);
                form = true;
            }
            case PATH -> path = value.toString();
        }
        return this;
    }

    RequestBuilder parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    OutboundRequest build() {
        authenticate(plan.authenticator());
        URI uri = uri();
        OutboundRequest request = start(uri).allowedHosts(hosts());
        for (var header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue().toString());
        }
        for (var header : secretHeaders.entrySet()) {
            request = request.secretHeader(header.getKey(), header.getValue());
        }
        return request;
    }

    /** Those of the connection; where it names none, the host of the manifest's own address. Never any host. */
    private Set<String> hosts() {
        if (!access.allowedHosts().isEmpty()) {
            return access.allowedHosts();
        }
        String host = address(access.base(plan.base().text(scope))).getHost();
        return Set.of(host == null ? "invalid" : host);
    }

    private OutboundRequest start(URI uri) {
        if (plan.method().equals("GET")) {
            return OutboundRequest.get(uri);
        }
        headers.remove("Content-Type");
        form |= plan.body() instanceof Body.Form;
        String type = form ? "application/x-www-form-urlencoded" : "application/json";
        return new OutboundRequest(plan.method(), uri, Map.of("Content-Type", type), body(), Set.of(), 0, Set.of());
    }

    private byte[] body() {
        return switch (plan.body()) {
            case Body.Empty() -> empty();
            case Body.Json(ValuePlan value) -> JSON.writeValueAsBytes(merged(value.evaluate(scope)));
            case Body.Form(ValuePlan.Fields fields) -> form(fields);
            case Body.Raw(var text) -> text.text(scope).getBytes(StandardCharsets.UTF_8);
        };
    }

    private @Nullable Object merged(@Nullable Object body) {
        if (bodyFields.isEmpty() || !(body instanceof Map<?, ?> map)) {
            return body;
        }
        var all = new LinkedHashMap<Object, @Nullable Object>(map);
        all.putAll(bodyFields);
        return all;
    }

    private byte[] empty() {
        if (form) {
            return form(ValuePlan.Fields.NONE);
        }
        return bodyFields.isEmpty() ? new byte[0] : JSON.writeValueAsBytes(bodyFields);
    }

    private byte[] form(ValuePlan.Fields fields) {
        var all = new LinkedHashMap<String, @Nullable Object>(fields.scalars(scope));
        all.putAll(bodyFields);
        return Queries.encode(all).getBytes(StandardCharsets.UTF_8);
    }

    private void authenticate(AuthenticatorPlan authenticator) {
        switch (authenticator) {
            case AuthenticatorPlan.Nothing() -> {}
            case AuthenticatorPlan.Bearer(var token) ->
                secretHeaders.put("Authorization", "Bearer " + token.text(scope));
            case AuthenticatorPlan.FromVault() ->
                secretHeaders.put(access.header().name(), access.header().prefix() + access.token());
            case AuthenticatorPlan.ApiKey(RequestOption place, var token) -> {
                if (place.place() == RequestOption.Place.HEADER) {
                    secretHeaders.put(String.join(".", place.path()), token.text(scope));
                } else {
                    option(place, token.text(scope));
                }
            }
            case AuthenticatorPlan.Basic(var username, var password) -> {
                String pair = username.text(scope) + ":" + password.text(scope);
                secretHeaders.put(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private URI uri() {
        String address = path != null && path.matches("https?://.*") ? path : joined();
        Set<String> present = Queries.names(address);
        parameters.keySet().removeIf(present::contains);
        String query = Queries.encode(parameters);
        String separator = address.contains("?") ? "&" : "?";
        return address(query.isEmpty() ? address : address + separator + query);
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new ProviderFailure(
                    ProblemCode.PROVIDER_ERROR, "The connector made an address that is none. Check its configuration.");
        }
    }

    private String joined() {
        String base = access.base(plan.base().text(scope));
        String own = path == null ? plan.path().text(scope) : path;
        String joined = base.endsWith("/") || own.isEmpty() ? base : base + "/";
        return joined + Queries.encodePath(own.startsWith("/") ? own.substring(1) : own);
    }

    /** Lists of values become repeated parameters. */
    static List<?> values(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of(value == null ? "" : value);
    }
}
