package ai.opsai.organizer.inventory;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which sample versions must stay although newer ones are there: those that something made of them still names. */
@FunctionalInterface
public interface SamplesInUse {
    Map<UUID, Set<Long>> inUse();
}
