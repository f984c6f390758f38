package ai.opsai.auth.live.web;

import ai.opsai.auth.access.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class TenantEventsController {

    private final Tenants tenants;
    private final LiveStreams streams;

    TenantEventsController(Tenants tenants, LiveStreams streams) {
        this.tenants = tenants;
        this.streams = streams;
    }

    @GetMapping("/api/tenants/{tenantId}/events")
    void events(
            @PathVariable String tenantId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            HttpServletResponse response)
            throws IOException {
        streams.tenant(tenants.of(tenantId), lastEventId, response);
    }
}
