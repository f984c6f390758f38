package ai.opsai.organizer.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectionTests {

    private final Connection unknown = Connection.unknown(UUID.randomUUID(), "github");
    private final Connection connected = unknown.connected(1, 1);

    @Test
    void duplicateChangesNothing() {
        assertThat(connected.connected(1, 1)).isEqualTo(connected);
        Connection gone = connected.ended(1, ConnectionState.GONE);
        assertThat(gone.ended(1, ConnectionState.GONE)).isEqualTo(gone);
    }

    @Test
    void olderEventChangesNothing() {
        Connection reconnected = connected.connected(2, 2);
        assertThat(reconnected.connected(1, 1)).isEqualTo(reconnected);
        assertThat(reconnected.ended(1, ConnectionState.GONE)).isEqualTo(reconnected);
    }

    @Test
    void endedConnectionIsNotRevivedByItsOwnVersion() {
        Connection gone = connected.ended(1, ConnectionState.GONE);
        assertThat(gone.connected(1, 1).state()).isEqualTo(ConnectionState.GONE);
        assertThat(gone.connected(2, 2).state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void sampleOfAnEndedConnectionIsRefusedAlsoWhenItComesLate() {
        Connection gone = connected.connected(1, 2).ended(1, ConnectionState.GONE);
        assertThat(gone.accepts(1, 2)).isFalse();
        assertThat(gone.accepts(2, 3)).isTrue();
        assertThat(gone.connected(2, 3).accepts(2, 2)).isFalse();
    }

    @Test
    void providersEndKeepsTheSamples() {
        Connection stale = connected.ended(1, ConnectionState.STALE);
        assertThat(stale.accepts(1, 1)).isTrue();
        assertThat(stale.ended(1, ConnectionState.GONE).accepts(1, 1)).isFalse();
    }

    @Test
    void endedByItsOwnerDoesNotBecomeStaleAgain() {
        Connection gone = connected.ended(1, ConnectionState.GONE);
        assertThat(gone.ended(1, ConnectionState.STALE)).isEqualTo(gone);
        assertThat(gone.ended(1, ConnectionState.ERASED).state()).isEqualTo(ConnectionState.ERASED);
    }
}
