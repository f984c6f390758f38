package ai.opsai.auth.live;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the subject of some live events looks at present; each module brings the view of what it owns. */
public interface LiveView {

    /** The names of the events whose subject it shows. */
    Set<String> events();

    /** What is sent as JSON, or null when the subject is gone. */
    @Nullable
    Object view(String tenant, UUID subjectId);
}
