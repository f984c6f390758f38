package ai.opsai.auth.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Gives each call of the code the answers that are written down for it, and the problems of every call. */
final class Answers implements OpenApiCustomizer {

    private static final List<String> OF_EVERY_CALL =
            List.of("invalid_request", "forbidden", "not_acceptable", "rate_limited", "internal_error");
    private static final List<String> OF_TENANTS = List.of("invalid_tenant_id", "unauthenticated", "tenant_forbidden");
    private static final List<String> OF_KEYS = List.of("idempotency_in_progress", "idempotency_mismatch");

    private final OpenAPI written;

    Answers(OpenAPI written) {
        this.written = written;
    }

    @Override
    public void customise(OpenAPI description) {
        description.setInfo(written.getInfo());
        description.setServers(List.of());
        written.getComponents().getSchemas().forEach(description.getComponents()::addSchemas);
        description
                .getComponents()
                .addSecuritySchemes("token", scheme("bearer"))
                .addSecuritySchemes("session", cookie());
        description
                .getPaths()
                .forEach((path, calls) -> calls.readOperationsMap()
                        .forEach((method, call) -> complete(path, call, written(path, method))));
        Unused.removeFrom(description);
    }

    private @Nullable Operation written(String path, PathItem.HttpMethod method) {
        PathItem calls = written.getPaths().get(path);
        return calls == null ? null : calls.readOperationsMap().get(method);
    }

    private static void complete(String path, Operation call, @Nullable Operation written) {
        call.setTags(null);
        if (written == null) {
            return;
        }
        call.setSummary(written.getSummary());
        call.setResponses(new ApiResponses());
        written.getResponses()
                .forEach((status, answer) -> call.getResponses().addApiResponse(status, Headers.copyOf(answer)));
        Set<String> problems = new LinkedHashSet<>(OF_EVERY_CALL);
        if (path.startsWith("/api/")) {
            problems.addAll(OF_TENANTS);
        }
        if (takes(call, "Idempotency-Key")) {
            problems.addAll(OF_KEYS);
        }
        problems.addAll(codes(written));
        Problems.addTo(call.getResponses(), problems);
        if (Boolean.TRUE.equals(extension(written, "x-versioned"))) {
            Versions.addTo(call);
        }
    }

    private static boolean takes(Operation call, String header) {
        List<Parameter> parameters = call.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static List<String> codes(Operation written) {
        return extension(written, "x-problems") instanceof Collection<?> codes
                ? codes.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static @Nullable Object extension(Operation written, String name) {
        Map<String, Object> extensions = written.getExtensions();
        return extensions == null ? null : extensions.get(name);
    }

    private static SecurityScheme scheme(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name).bearerFormat("JWT");
    }

    private static SecurityScheme cookie() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("__Host-opsai-session")
                .description("Writes also send the csrfToken of GET /api/session as X-CSRF-Token");
    }
}
