package ai.opsai.sampler.sample;

import ai.opsai.platform.messaging.EventFactory;
import ai.opsai.platform.messaging.ProgressPublisher;
import ai.opsai.platform.tenancy.TenantTransactions;
import ai.opsai.sampler.connector.Pace;
import ai.opsai.sampler.provider.SampledProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prepares runs: their stored pages, their live progress, and the limits that they share with others. */
final class Runs {

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Announcements announcements;
    private final Paces paces;
    private final Lanes lanes;

    Runs(TenantTransactions transactions, JdbcClient jdbc, Announcements announcements, Paces paces, Lanes lanes) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.announcements = announcements;
        this.paces = paces;
        this.lanes = lanes;
    }

    /** How live displays are told. */
    record Announcements(ProgressPublisher publisher, EventFactory events) {

        Progress of(SampleOrder order) {
            return new PublishedProgress(publisher, events, order);
        }
    }

    Surroundings surroundings(Turn turn, SampledProvider provider) {
        SampleOrder order = turn.order();
        Pages pages = new JdbcPages(new RunningJob(transactions, jdbc, turn), jdbc);
        Pace pace = paces.of(turn, provider);
        Lane lane =
                lanes.of(order.tenantId(), provider.id(), provider.courtesy().concurrency());
        return new Surroundings(pages, announcements.of(order), pace, lane, turn.deadline());
    }
}
