package ai.opsai.sampler.sample;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many reads take place at once in this process, of each provider and for each tenant: neither a slow provider nor a
 * tenant with many connections takes the room of the others. First come, first served. Thread-safe.
 */
final class Lanes {

    private final int perTenant;
    private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();

    Lanes(int perTenant) {
        this.perTenant = perTenant;
    }

    /** Places, and by how many reads they are used or waited for. */
    private record Room(Semaphore places, int users) {}

    /** @param perProvider as the provider's file declares it */
    Lane of(String tenantId, String provider, int perProvider) {
        return new Lane() {
            @Override
            public <T> T in(Supplier<T> read) {
                return within("tenant/" + tenantId, perTenant, () -> within("provider/" + provider, perProvider, read));
            }
        };
    }

    private <T> T within(String name, int limit, Supplier<T> read) {
        Semaphore places = enter(name, limit);
        try {
            places.acquireUninterruptibly();
            try {
                return read.get();
            } finally {
                places.release();
            }
        } finally {
            rooms.compute(name, (_, room) -> left(room));
        }
    }

    private Semaphore enter(String name, int limit) {
        Room entered = rooms.compute(
                name,
                (_, room) -> room == null
                        ? new Room(new Semaphore(limit, true), 1)
                        : new Room(room.places(), room.users() + 1));
        return entered.places();
    }

    /** The last one takes the room away: tenants come and go. */
    private static @Nullable Room left(@Nullable Room room) {
        return room == null || room.users() == 1 ? null : new Room(room.places(), room.users() - 1);
    }

    int rooms() {
        return rooms.size();
    }
}
