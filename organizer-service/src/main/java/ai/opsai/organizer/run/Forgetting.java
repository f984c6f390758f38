package ai.opsai.organizer.run;

import ai.opsai.organizer.data.Identities;
import ai.opsai.organizer.data.OrganizedRows;
import ai.opsai.organizer.inventory.Connection;
import ai.opsai.organizer.inventory.ConnectionState;
import ai.opsai.organizer.inventory.Connections;
import ai.opsai.organizer.inventory.Samples;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Removes what may no longer be there, and what nothing needs. Never while outcomes are repeated: they still need it. */
@Component
public final class Forgetting {

    private final Connections connections;
    private final Samples samples;
    private final OrganizedRows rows;
    private final Identities identities;

    Forgetting(Connections connections, Samples samples, OrganizedRows rows, Identities identities) {
        this.connections = connections;
        this.samples = samples;
        this.rows = rows;
        this.identities = identities;
    }

    /** What the end of a connection takes with it at once. */
    public void forget(Connection connection) {
        samples.forget(connection);
        if (connection.state() == ConnectionState.ERASED) {
            erase(connection.id());
        }
    }

    /** Everything that is due: of ended connections, and old samples. */
    public void all() {
        connections.all().forEach(this::forget);
        samples.prune();
    }

    private void erase(UUID connectionId) {
        rows.erase(connectionId);
        identities.erase(connectionId);
    }
}
