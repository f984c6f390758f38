package ai.opsai.organizer.run;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends runs, each in one transaction of its tenant that also makes the next one active. */
@Component
final class RunEnding {

    private static final Logger log = LoggerFactory.getLogger(RunEnding.class);

    private final TenantTransactions transactions;
    private final RunEnd end;
    private final RunQueue queue;
    private final Forgetting forgetting;

    RunEnding(TenantTransactions transactions, RunEnd end, RunQueue queue, Forgetting forgetting) {
        this.transactions = transactions;
        this.end = end;
        this.queue = queue;
        this.forgetting = forgetting;
    }

    void organized(Work work, Design design, Map<String, Long> durations) {
        DatabaseOrganized event =
                ended(work.run(), () -> end.organized(work, design, durations).orElse(null));
        if (event != null) {
            log.info(
                    "✅ Database organized: schema version {}, {} entities, {} rows",
                    event.schemaVersion(),
                    event.counts().size(),
                    event.counts().values().stream().mapToLong(Long::longValue).sum());
        }
    }

    /** The result of a run that an event told of. Another engine may come to another one, which is worth a warning. */
    void repeated(Work work, Design design, DatabaseOrganized event) {
        DatabaseOrganized now = ended(
                work.run(), () -> end.organized(work, design, event.durations()).orElse(null));
        if (now != null
                && (!now.fingerprint().equals(event.fingerprint()) || now.schemaVersion() != event.schemaVersion())) {
            log.warn(
                    "Repeating request {} with engine {} gave another design than engine {} did",
                    event.requestId(),
                    now.engineVersion(),
                    event.engineVersion());
        }
    }

    void failed(OrganizeRun run, String code, String message) {
        ended(run, () -> {
            end.failed(run, code, message);
            return null;
        });
        log.info("Database not organized: {}", code);
    }

    private @Nullable DatabaseOrganized ended(OrganizeRun run, Supplier<@Nullable DatabaseOrganized> ending) {
        return transactions.<@Nullable DatabaseOrganized>call(run.key().tenantId(), () -> {
            DatabaseOrganized event = ending.get();
            if (!queue.isRepeating()) {
                forgetting.all();
            }
            queue.startNext(run.key().tenantId());
            return event;
        });
    }
}
