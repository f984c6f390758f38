package ai.opsai.organizer.intake;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.events.OrganizeRequested;
import ai.opsai.events.OverridesChanged;
import ai.opsai.organizer.override.Overrides;
import ai.opsai.organizer.run.RunQueue;
import ai.opsai.platform.messaging.Delivery;
import org.springframework.stereotype.Component;

/** Events of the organizing topic. */
@Component
final class RequestIntake {

    private final RunQueue queue;
    private final Overrides overrides;

    RequestIntake(RunQueue queue, Overrides overrides) {
        this.queue = queue;
        this.overrides = overrides;
    }

    void requested(Delivery delivery, OrganizeRequested requested) {
        queue.requested(delivery.event(), requested, delivery.offset());
    }

    void organized(Delivery delivery, DatabaseOrganized organized) {
        queue.organized(delivery.event(), organized, delivery.offset());
    }

    void failed(Delivery delivery, OrganizeFailed failed) {
        queue.failed(delivery.event(), failed, delivery.offset());
    }

    void changed(Delivery delivery, OverridesChanged changed) {
        overrides.changed(delivery.event().tenantId(), changed);
    }
}
