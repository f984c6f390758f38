package ai.opsai.organizer.intake;

import ai.opsai.events.Topic;
import ai.opsai.organizer.inventory.Connections;
import ai.opsai.organizer.inventory.Samples;
import ai.opsai.organizer.run.ResultErasure;
import org.springframework.stereotype.Component;

/** Each topic's TenantErased removes what that topic's earlier events made, so that none of them comes back. */
@Component
final class ErasureIntake {

    private final Connections connections;
    private final Samples samples;
    private final ResultErasure results;

    ErasureIntake(Connections connections, Samples samples, ResultErasure results) {
        this.connections = connections;
        this.samples = samples;
        this.results = results;
    }

    void erased(Topic topic) {
        switch (topic) {
            case CONNECTIONS -> connections.erase();
            case SAMPLES -> samples.erase();
            case ORGANIZING -> results.erase();
            case PROGRESS -> {
                // Holds nothing.
            }
        }
    }
}
