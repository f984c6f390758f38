package ai.opsai.auth.live.web;

import ai.opsai.auth.live.Changes;
import ai.opsai.auth.live.LiveEvent;
import ai.opsai.auth.live.LiveEvents;
import ai.opsai.auth.live.LiveView;
import ai.opsai.auth.live.TenantWork;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Streams live events for as long as somebody listens, on the request's own virtual thread. */
public final class LiveStreams {

    private static final long COMMENT_EVERY = Duration.ofSeconds(15).toNanos();

    private final TenantWork work;
    private final LiveEvents events;
    private final Changes changes;
    private final List<LiveView> views;
    private final JsonMapper json;

    LiveStreams(TenantWork work, LiveEvents events, Changes changes, List<LiveView> views, JsonMapper json) {
        this.work = work;
        this.events = events;
        this.changes = changes;
        this.views = List.copyOf(views);
        this.json = json;
    }

    /**
     * Everything of a tenant; from now on, where no number says from where. A number that is kept no longer is answered
     * with a {@code reset}: what was missed can't be told, so the display is to be loaded anew.
     */
    public void tenant(String tenant, @Nullable Long after, HttpServletResponse response) throws IOException {
        EventStream stream = new EventStream(response);
        if (after != null && keeps(tenant, after)) {
            follow(tenant, null, after, () -> false, stream);
        } else {
            long newest = work.read(tenant, events::newest);
            if (after != null) {
                stream.event(newest, "reset", "{}");
            }
            follow(tenant, null, newest, () -> false, stream);
        }
    }

    /** One operation from its beginning, until it has ended; after a {@code reset}, as it is now. */
    public void operation(
            String tenant, UUID operationId, long after, BooleanSupplier ended, HttpServletResponse response)
            throws IOException {
        EventStream stream = new EventStream(response);
        if (keeps(tenant, after)) {
            follow(tenant, operationId, after, ended, stream);
        } else {
            long newest = work.read(tenant, events::newest);
            stream.event(newest, "reset", "{}");
            send(tenant, new LiveEvent(newest, "operation", operationId, operationId, null), stream);
            follow(tenant, operationId, newest, ended, stream);
        }
    }

    private boolean keeps(String tenant, long seq) {
        return work.read(tenant, () -> events.keeps(seq));
    }

    private void follow(
            String tenant, @Nullable UUID operationId, long after, BooleanSupplier ended, EventStream stream)
            throws IOException {
        long last = after;
        long quietSince = System.nanoTime();
        while (changes.isRunning() && !Thread.currentThread().isInterrupted()) {
            long seen = changes.count(tenant);
            boolean over = ended.getAsBoolean(); // before reading, so that nothing of its end is missed
            long from = last;
            List<LiveEvent> next = work.read(tenant, () -> events.after(from, operationId));
            for (LiveEvent event : next) {
                send(tenant, event, stream);
                last = event.seq();
                quietSince = System.nanoTime();
            }
            if (next.isEmpty()) {
                if (over) {
                    stream.end();
                    return;
                }
                quietSince = breathe(stream, quietSince);
                changes.await(tenant, seen, Duration.ofSeconds(1));
            }
        }
    }

    private static long breathe(EventStream stream, long quietSince) throws IOException {
        if (System.nanoTime() - quietSince < COMMENT_EVERY) {
            return quietSince;
        }
        stream.comment();
        return System.nanoTime();
    }

    private void send(String tenant, LiveEvent event, EventStream stream) throws IOException {
        String data = event.data() == null ? view(tenant, event) : event.data();
        if (data != null) {
            stream.event(event.seq(), event.event(), data);
        }
    }

    private @Nullable String view(String tenant, LiveEvent event) {
        for (LiveView view : views) {
            if (view.events().contains(event.event())) {
                Object shown = view.view(tenant, event.subjectId());
                return shown == null ? null : json.writeValueAsString(shown);
            }
        }
        return null;
    }
}
