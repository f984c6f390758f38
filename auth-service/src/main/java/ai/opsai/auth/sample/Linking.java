package ai.opsai.auth.sample;

import ai.opsai.auth.connection.Connection;
import ai.opsai.auth.connection.Connections;
import ai.opsai.auth.connection.SampleStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a tenant's other connections look up what a new sample brought: samples that are made apart hardly overlap. A
 * sample that has not started will see it anyway, so it is not asked for again.
 */
final class Linking {

    private static final Logger LOG = LoggerFactory.getLogger(Linking.class);

    private final Connections connections;
    private final SampleRequests requests;

    Linking(Connections connections, SampleRequests requests) {
        this.connections = connections;
        this.requests = requests;
    }

    void others(Connection arrived) {
        for (Connection other : connections.active()) {
            boolean itself = other.connectionId().equals(arrived.connectionId());
            if (!itself && other.sample().status() != SampleStatus.QUEUED) {
                requests.link(other);
                LOG.info("Asked {} to be linked with the new sample of {}", other.provider(), arrived.provider());
            }
        }
    }
}
