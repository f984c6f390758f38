package ai.opsai.organizer.inventory;

import java.util.UUID;

/**
 * A connection as far as its events were read. Each step gives the same for a duplicate, and for anything older than
 * what is known.
 *
 * @param lastSampleVersion the highest sample version that the gateway has asked for
 * @param goneSampleVersion samples up to this one belong to an ended connection
 */
public record Connection(
        UUID id, String provider, long version, ConnectionState state, long lastSampleVersion, long goneSampleVersion) {

    static Connection unknown(UUID id, String provider) {
        return new Connection(id, provider, 0, ConnectionState.CONNECTED, 0, 0);
    }

    Connection connected(long atVersion, long sampleVersion) {
        long last = Math.max(lastSampleVersion, sampleVersion);
        return atVersion > version
                ? new Connection(id, provider, atVersion, ConnectionState.CONNECTED, last, goneSampleVersion)
                : new Connection(id, provider, version, state, last, goneSampleVersion);
    }

    Connection ended(long atVersion, ConnectionState how) {
        if (atVersion < version || (atVersion == version && how.compareTo(state) <= 0)) {
            return this;
        }
        return new Connection(
                id, provider, atVersion, how, lastSampleVersion, how.isOver() ? lastSampleVersion : goneSampleVersion);
    }

    /** Whether a sample of these versions may be used. */
    boolean accepts(long connectionVersion, long sampleVersion) {
        return connectionVersion >= version && sampleVersion > goneSampleVersion && !endedAt(connectionVersion);
    }

    private boolean endedAt(long connectionVersion) {
        return state.isOver() && connectionVersion <= version;
    }
}
