package ai.opsai.sampler.sample;

import ai.opsai.events.SampleProgressed;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.ProgressPublisher;

/** Tells live displays how far an order is. */
final class PublishedProgress implements Progress {

    private final ProgressPublisher publisher;
    private final EventFactory events;
    private final SampleOrder order;

    PublishedProgress(ProgressPublisher publisher, EventFactory events, SampleOrder order) {
        this.publisher = publisher;
        this.events = events;
        this.order = order;
    }

    @Override
    public void at(String step, long done, long total) {
        var progressed = new SampleProgressed("sample", order.connectionId(), order.sampleVersion(), step, done, total);
        publisher.publish(events.event(
                order.tenantId(), order.connectionId(), progressed, order.correlationId(), order.causationId()));
    }
}
