package ai.opsai.organizer.run;

import ai.opsai.events.OrganizeProgressed;
import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.ProgressPublisher;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells live displays which step a run is at. */
@Component
final class RunProgress {

    static final String WAITING = "waiting";
    static final String DESIGNING = "designing";
    static final String WRITING = "writing";
    private static final List<String> STEPS = List.of(WAITING, DESIGNING, WRITING);

    private final ProgressPublisher publisher;
    private final EventFactory events;

    RunProgress(ProgressPublisher publisher, EventFactory events) {
        this.publisher = publisher;
        this.events = events;
    }

    void at(String step, RunKey key) {
        String request = key.requestId().toString();
        publisher.publish(events.event(
                key.tenantId(),
                request,
                new OrganizeProgressed(request, key.requestId(), step, STEPS.indexOf(step), STEPS.size())));
    }
}
