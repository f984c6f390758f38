package ai.opsai.auth.reading;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.part.Part;
import ai.opsai.auth.part.PartAnswer;
import ai.opsai.auth.part.Parts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes a read on to the service that owns the data, and its answer back as it comes. */
final class Passing {

    private final Tenants tenants;
    private final Parts parts;

    Passing(Tenants tenants, Parts parts) {
        this.tenants = tenants;
        this.parts = parts;
    }

    /**
     * One read.
     *
     * @param path below the tenant, its segments encoded
     * @param query by name; absent values are left out
     */
    void pass(
            Part part, String named, String path, Map<String, @Nullable Object> query, String accept, Exchange exchange)
            throws IOException {
        String tenant = tenants.of(named);
        String target = "/internal/v1/tenants/" + tenant + path + query(query);
        HttpServletResponse response = exchange.response();
        try (PartAnswer answer = parts.get(part, tenant, target, accept, exchange.knownVersions())) {
            response.setStatus(answer.status());
            response.setHeader("Cache-Control", "no-store");
            if (answer.version() != null) {
                response.setHeader("ETag", answer.version());
            }
            if (answer.status() != HttpServletResponse.SC_NOT_MODIFIED) {
                response.setContentType(answer.contentType());
                answer.body().transferTo(response.getOutputStream());
            }
        }
    }

    /** The call that is passed on. */
    record Exchange(HttpServletRequest request, HttpServletResponse response) {

        @Nullable
        String knownVersions() {
            return request.getHeader("If-None-Match");
        }

        boolean accepts(String type) {
            String accept = request.getHeader("Accept");
            return accept != null && accept.contains(type);
        }
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String query(Map<String, @Nullable Object> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (value != null) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(segment(value.toString()));
            }
        });
        return query.toString();
    }
}
