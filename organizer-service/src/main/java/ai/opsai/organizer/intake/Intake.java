package ai.opsai.organizer.intake;

import ai.opsai.events.DatabaseOrganized;
import ai.opsai.events.OrganizeFailed;
import ai.opsai.events.OrganizeProgressed;
import ai.opsai.events.OrganizeRequested;
import ai.opsai.events.OverridesChanged;
import ai.opsai.events.ProviderConnected;
import ai.opsai.events.ProviderDisconnected;
import ai.opsai.events.ProviderReauthRequired;
import ai.opsai.events.SampleCollected;
import ai.opsai.events.SampleFailed;
import ai.opsai.events.SampleProgressed;
import ai.opsai.events.SampleRequested;
import ai.opsai.events.SampleRows;
import ai.opsai.events.TenantErased;
import ai.opsai.platform.messaging.Delivery;
import ai.opsai.platform.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;

/** Hands each event on. Every effect is a guarded upsert, so duplicates and replays change nothing. */
@Component
final class Intake {

    private final TenantTransactions transactions;
    private final Settlement.History history;
    private final StockIntake stock;
    private final RequestIntake requests;
    private final ErasureIntake erasure;

    Intake(
            TenantTransactions transactions,
            Settlement.History history,
            StockIntake stock,
            RequestIntake requests,
            ErasureIntake erasure) {
        this.transactions = transactions;
        this.history = history;
        this.stock = stock;
        this.requests = requests;
        this.erasure = erasure;
    }

    void handle(Delivery delivery) {
        String tenantId = delivery.event().tenantId();
        transactions.run(tenantId, () -> {
            history.note(tenantId);
            take(tenantId, delivery);
        });
    }

    private void take(String tenantId, Delivery delivery) {
        switch (delivery.event().data()) {
            case ProviderConnected connected -> stock.connected(tenantId, connected);
            case SampleRequested requested -> stock.requested(tenantId, requested);
            case ProviderDisconnected disconnected -> stock.disconnected(tenantId, disconnected);
            case SampleRows rows -> stock.rows(tenantId, rows);
            case SampleCollected collected -> stock.collected(tenantId, collected);
            case SampleFailed failed -> stock.failed(tenantId, failed);
            case OrganizeRequested requested -> requests.requested(delivery, requested);
            case DatabaseOrganized organized -> requests.organized(delivery, organized);
            case OrganizeFailed failed -> requests.failed(delivery, failed);
            case OverridesChanged changed -> requests.changed(delivery, changed);
            case TenantErased _ -> erasure.erased(delivery.topic());
            case ProviderReauthRequired _, SampleProgressed _, OrganizeProgressed _ -> {
                // Change nothing here: what was read stays readable.
            }
        }
    }
}
