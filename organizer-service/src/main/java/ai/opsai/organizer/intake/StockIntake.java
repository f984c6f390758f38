package ai.opsai.organizer.intake;

import ai.opsai.events.ProviderConnected;
import ai.opsai.events.ProviderDisconnected;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SampleRequested;
import ai.opsai.events.SampleRows;
import ai.opsai.organizer.inventory.Connection;
import ai.opsai.organizer.inventory.Connections;
import ai.opsai.organizer.inventory.Samples;
import ai.opsai.organizer.run.Forgetting;
import ai.opsai.organizer.run.RunQueue;
import org.springframework.stereotype.Component;

/** Events about connections and samples, and what they mean for a run that waits. */
@Component
final class StockIntake {

    private final Connections connections;
    private final Samples samples;
    private final RunQueue queue;
    private final Forgetting forgetting;

    StockIntake(Connections connections, Samples samples, RunQueue queue, Forgetting forgetting) {
        this.connections = connections;
        this.samples = samples;
        this.queue = queue;
        this.forgetting = forgetting;
    }

    void connected(String tenantId, ProviderConnected event) {
        connections.connected(tenantId, event);
    }

    void requested(String tenantId, SampleRequested event) {
        connections.requested(tenantId, event);
    }

    void disconnected(String tenantId, ProviderDisconnected event) {
        samples.hold(event.connectionId());
        Connection connection = connections.disconnected(tenantId, event);
        if (!queue.isRepeating()) {
            forgetting.forget(connection);
        }
        queue.hasten();
    }

    void rows(String tenantId, SampleRows event) {
        if (samples.add(tenantId, event, queue.isRepeating())) {
            queue.hasten();
        }
    }

    void collected(String tenantId, SampleCollected event) {
        if (samples.close(tenantId, event, queue.isRepeating())) {
            queue.hasten();
        }
    }

    void failed(String tenantId, SampleFailed event) {
        if (samples.fail(tenantId, event)) {
            queue.hasten();
        }
    }
}
