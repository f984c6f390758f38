package ai.opsai.auth.reading;

import static ai.opsai.auth.reading.Passing.segment;

import ai.opsai.auth.part.Part;
import ai.opsai.auth.provider.Catalogue;
import ai.opsai.auth.reading.Passing.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the other two services know of a tenant, streamed through. */
@RestController
@RequestMapping("/api/tenants/{tenantId}")
final class ReadsController {

    private static final String JSON = "application/json";
    private static final String SQL = "application/sql";

    private final Passing passing;
    private final Catalogue catalogue;
    private final TenantConnectors own;

    ReadsController(Passing passing, Catalogue catalogue, TenantConnectors own) {
        this.passing = passing;
        this.catalogue = catalogue;
        this.own = own;
    }

    @GetMapping("/samples")
    void samples(
            @PathVariable String tenantId,
            @RequestParam(required = false) @Nullable UUID connectionId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        passing.pass(
                Part.SAMPLER,
                tenantId,
                "/samples",
                query("connectionId", connectionId),
                JSON,
                new Exchange(request, response));
    }

    @GetMapping("/samples/{provider}")
    void samplesOf(
            @PathVariable String tenantId,
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable UUID connectionId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, @Nullable Object> query = query("connectionId", connectionId);
        if (catalogue.find(provider) == null) {
            own.requireOf(tenantId, provider);
        }
        query.put("provider", provider);
        passing.pass(Part.SAMPLER, tenantId, "/samples", query, JSON, new Exchange(request, response));
    }

    @GetMapping("/schema")
    void schema(
            @PathVariable String tenantId,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Exchange exchange = new Exchange(request, response);
        String type = exchange.accepts(SQL) ? SQL : JSON;
        passing.pass(Part.ORGANIZER, tenantId, "/schema", query("version", version), type, exchange);
    }

    @GetMapping("/schema/versions")
    void versions(@PathVariable String tenantId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        passing.pass(Part.ORGANIZER, tenantId, "/schema/versions", Map.of(), JSON, new Exchange(request, response));
    }

    @GetMapping("/schema/diff")
    void diff(
            @PathVariable String tenantId,
            @RequestParam int from,
            @RequestParam int to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, @Nullable Object> query = query("from", from);
        query.put("to", to);
        passing.pass(Part.ORGANIZER, tenantId, "/schema/diff", query, JSON, new Exchange(request, response));
    }

    @GetMapping("/data/{entityType}")
    void rows(
            @PathVariable String tenantId,
            @PathVariable String entityType,
            @RequestParam(required = false) @Nullable UUID connectionId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, @Nullable Object> query = query("connectionId", connectionId);
        query.put("cursor", cursor);
        query.put("limit", limit);
        passing.pass(
                Part.ORGANIZER, tenantId, "/data/" + segment(entityType), query, JSON, new Exchange(request, response));
    }

    @GetMapping("/data/{entityType}/{entityId}")
    void row(
            @PathVariable String tenantId,
            @PathVariable String entityType,
            @PathVariable String entityId,
            @RequestParam(required = false) @Nullable UUID connectionId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String path = "/data/" + segment(entityType) + "/" + segment(entityId);
        passing.pass(
                Part.ORGANIZER,
                tenantId,
                path,
                query("connectionId", connectionId),
                JSON,
                new Exchange(request, response));
    }

    @GetMapping("/review")
    void review(@PathVariable String tenantId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        passing.pass(Part.ORGANIZER, tenantId, "/review", Map.of(), JSON, new Exchange(request, response));
    }

    @GetMapping("/explain")
    void explain(
            @PathVariable String tenantId,
            @RequestParam String entity,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String otherId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, @Nullable Object> query = query("entity", entity);
        query.put("id", id);
        query.put("otherId", otherId);
        passing.pass(Part.ORGANIZER, tenantId, "/explain", query, JSON, new Exchange(request, response));
    }

    private static Map<String, @Nullable Object> query(String name, @Nullable Object value) {
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put(name, value);
        return query;
    }
}
