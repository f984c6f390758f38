package ai.opsai.auth.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps keys young: wraps keys of tenants anew after the provider's key was rotated, seals secrets anew after a
 * tenant's, and removes a tenant's old key once it seals nothing. Nobody waits for it and no read fails meanwhile.
 */
public final class KeyUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(KeyUpkeep.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Texts that the platform's own key sealed are not counted; the longest-lived of them are gone by then. */
    private static final Duration PLATFORM_KEY_LIFE = Duration.ofDays(30);

    private final Store store;
    private final Keys keys;
    private final TenantRegister register;
    private final StaleSecrets stale;
    private final Clock clock;
    private volatile @Nullable String knownKek;

    KeyUpkeep(Store store, Keys keys, TenantRegister register, StaleSecrets stale, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.register = register;
        this.stale = stale;
        this.clock = clock;
    }

    /** The keys, wrapped and unwrapped, and the proof of the one that wraps them. */
    record Keys(KeyProvider provider, DataKeys data, KeyRows rows, Canary canary) {}

    /**
     * How the keys are.
     *
     * @param masterKey what wraps the keys of tenants
     * @param tenantsToSweep tenants whose keys are still to be looked after
     * @param rowsOnOldKey secrets that an older key still seals; an old key may go only at 0
     */
    public record Status(String masterKey, long tenants, long tenantsToSweep, long rowsOnOldKey) {}

    public Status status() {
        TenantRegister.Totals totals = store.transactions().callWithoutTenant(register::totals);
        return new Status(keys.provider().activeKekId(), totals.tenants(), totals.waiting(), totals.staleRows());
    }

    /** Gives every tenant a new key; what the old ones sealed is sealed anew in the background. */
    public Status rotate() {
        for (String tenant : store.transactions().callWithoutTenant(register::all)) {
            store.run(tenant, () -> {
                keys.data().rotate(tenant);
                register.note(tenant, stale.count(tenant), clock.instant());
            });
        }
        return status();
    }

    /** Looks after the keys of one tenant; false when none is due. */
    boolean sweepNext() {
        noticeNewMasterKey();
        String tenant = store.transactions().<@Nullable String>callWithoutTenant(() -> register.claim(clock.instant()));
        if (tenant == null) {
            return false;
        }
        store.run(tenant, () -> keys.data().rewrap(tenant));
        for (UUID connection : store.transactions().call(tenant, () -> stale.ids(tenant))) {
            reseal(tenant, connection);
        }
        store.run(tenant, () -> {
            keys.rows().lockAll(tenant);
            keys.rows().removeIdle(tenant, idleSince(tenant));
            long left = stale.count(tenant);
            register.note(tenant, left, left == 0 ? null : clock.instant().plus(PAUSE));
        });
        return true;
    }

    /** Also at every start: nobody knows what happened before. */
    private void noticeNewMasterKey() {
        String kek = keys.provider().activeKekId();
        if (!kek.equals(knownKek)) {
            store.transactions().runWithoutTenant(() -> {
                register.sweepAll(clock.instant());
                keys.canary().renew();
            });
            knownKek = kek;
        }
    }

    private void reseal(String tenant, UUID connection) {
        try {
            store.run(tenant, () -> stale.reseal(tenant, connection));
        } catch (IllegalStateException e) {
            LOG.error("The secrets of connection {} can't be sealed anew: {}", connection, e.getMessage());
        }
    }

    private Instant idleSince(String tenant) {
        return tenant.equals(Sealing.PLATFORM) ? clock.instant().minus(PLATFORM_KEY_LIFE) : clock.instant();
    }
}
