package ai.opsai.auth.connection.web;

import ai.opsai.auth.access.Tenants;
import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.connection.Expiry;
import ai.opsai.auth.live.TenantWork;
import ai.opsai.auth.page.Pages;
import ai.opsai.auth.page.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ConnectionReads {

    private final Tenants tenants;
    private final TenantWork work;
    private final Connections connections;
    private final Expiry expiry;
    private final Pages pages;

    ConnectionReads(Tenants tenants, TenantWork work, Connections connections, Expiry expiry, Pages pages) {
        this.tenants = tenants;
        this.work = work;
        this.connections = connections;
        this.expiry = expiry;
        this.pages = pages;
    }

    @GetMapping("/api/connections")
    Slice<ConnectionView> list(
            @RequestParam(required = false) @Nullable String tenantId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        String tenant = tenants.of(tenantId);
        expiry.sweep(tenant);
        return pages.page(
                        cursor,
                        limit,
                        (after, most) -> behind(tenant, after, most),
                        ConnectionReads::id,
                        "connections",
                        tenant)
                .map(ConnectionView::of);
    }

    @GetMapping("/api/connections/{id}")
    ConnectionView get(@PathVariable UUID id, @RequestParam(required = false) @Nullable String tenantId) {
        String tenant = tenants.of(tenantId);
        expiry.sweep(tenant);
        return ConnectionView.of(work.read(tenant, () -> connections.require(id)));
    }

    private List<Connection> behind(String tenant, @Nullable String id, int limit) {
        return work.read(tenant, () -> connections.page(id == null ? null : UUID.fromString(id), limit));
    }

    private static String id(Connection connection) {
        return connection.connectionId().toString();
    }
}
