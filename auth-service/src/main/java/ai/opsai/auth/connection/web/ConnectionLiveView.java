package ai.opsai.auth.connection.web;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.live.LiveView;
import ai.opsai.auth.live.TenantWork;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class ConnectionLiveView implements LiveView {

    private final TenantWork work;
    private final Connections connections;

    ConnectionLiveView(TenantWork work, Connections connections) {
        this.work = work;
        this.connections = connections;
    }

    @Override
    public Set<String> events() {
        return Set.of("connection", "sample");
    }

    @Override
    public @Nullable Object view(String tenant, UUID id) {
        Connection connection = work.<@Nullable Connection>read(tenant, () -> connections.find(id));
        return connection == null ? null : ConnectionView.of(connection);
    }
}
