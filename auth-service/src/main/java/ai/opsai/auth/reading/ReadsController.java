package ai.opsai.auth.reading;

import static ai.opsai.auth.reading.Passing.segment;

import ai.opsai.auth.part.Part;
import ai.opsai.auth.provider.Catalogue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ReadsController {

    private static final String JSON = "application/json";

    private final Passing passing;
    private final Catalogue catalogue;

    ReadsController(Passing passing, Catalogue catalogue) {
        this.passing = passing;
        this.catalogue = catalogue;
    }

    @GetMapping("/api/tenants/{tenantId}/samples")
    void samples(@PathVariable String tenantId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        passing.pass(
                Part.SAMPLER, tenantId, "/samples", query(request, "connectionId", "limit", "cursor"), JSON, response);
    }

    @GetMapping("/api/tenants/{tenantId}/samples/{provider}")
    void samplesOf(
            @PathVariable String tenantId,
            @PathVariable String provider,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, @Nullable String> query = query(request, "connectionId", "limit", "cursor");
        query.put("provider", catalogue.require(provider).id());
        passing.pass(Part.SAMPLER, tenantId, "/samples", query, JSON, response);
    }

    @GetMapping("/api/tenants/{tenantId}/schema")
    void schema(@PathVariable String tenantId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accept = request.getHeader("Accept");
        boolean sql = accept != null && accept.contains("application/sql");
        passing.pass(
                Part.ORGANIZER,
                tenantId,
                "/schema",
                query(request, "version"),
                sql ? "application/sql" : JSON,
                response);
    }

    @GetMapping("/api/tenants/{tenantId}/schema/versions")
    void versions(@PathVariable String tenantId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        passing.pass(Part.ORGANIZER, tenantId, "/schema/versions", query(request, "limit", "cursor"), JSON, response);
    }

    @GetMapping("/api/tenants/{tenantId}/schema/diff")
    void diff(@PathVariable String tenantId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        passing.pass(Part.ORGANIZER, tenantId, "/schema/diff", query(request, "from", "to"), JSON, response);
    }

    @GetMapping("/api/tenants/{tenantId}/data/{entityType}")
    void rows(
            @PathVariable String tenantId,
            @PathVariable String entityType,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        passing.pass(
                Part.ORGANIZER,
                tenantId,
                "/data/" + segment(entityType),
                query(request, "limit", "cursor", "connectionId"),
                JSON,
                response);
    }

    @GetMapping("/api/tenants/{tenantId}/data/{entityType}/{entityId}")
    void row(
            @PathVariable String tenantId,
            @PathVariable String entityType,
            @PathVariable String entityId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        passing.pass(
                Part.ORGANIZER,
                tenantId,
                "/data/" + segment(entityType) + "/" + segment(entityId),
                query(request, "connectionId"),
                JSON,
                response);
    }

    @GetMapping("/api/tenants/{tenantId}/review")
    void review(@PathVariable String tenantId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        passing.pass(Part.ORGANIZER, tenantId, "/review", query(request, "limit", "cursor"), JSON, response);
    }

    @GetMapping("/api/tenants/{tenantId}/explain")
    void explain(@PathVariable String tenantId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        passing.pass(Part.ORGANIZER, tenantId, "/explain", query(request, "entity", "id", "otherId"), JSON, response);
    }

    private static Map<String, @Nullable String> query(HttpServletRequest request, String... names) {
        Map<String, @Nullable String> query = new LinkedHashMap<>();
        for (String name : names) {
            query.put(name, request.getParameter(name));
        }
        return query;
    }
}
