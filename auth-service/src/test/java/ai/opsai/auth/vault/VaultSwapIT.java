package ai.opsai.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.opsai.auth.vault.VaultWorld.Replica;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who can write the database moves sealed values about; none of them may open where it does not belong. The same attacks
 * run against seals that leave one datum out, and must succeed there: an attack that can't succeed proves nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VaultSwapIT {

    private static final UUID ANY = new UUID(0, 0);

    private final VaultWorld world = new VaultWorld();

    @AfterAll
    void close() {
        world.close();
    }

    /** A seal that forgets what it belongs to, in one respect; and the attack that finds it out. */
    enum Mutant implements Places {
        TENANT {
            @Override
            public byte[] token(String tenant, UUID connection, Kind kind, long version) {
                return EXACT.token("any", connection, kind, version);
            }
        },
        CONNECTION {
            @Override
            public byte[] token(String tenant, UUID connection, Kind kind, long version) {
                return EXACT.token(tenant, ANY, kind, version);
            }
        },
        KIND {
            @Override
            public byte[] token(String tenant, UUID connection, Kind kind, long version) {
                return EXACT.token(tenant, connection, Kind.ACCESS, version);
            }
        },
        VERSION {
            @Override
            public byte[] token(String tenant, UUID connection, Kind kind, long version) {
                return EXACT.token(tenant, connection, kind, 0);
            }
        },
        KEY_TENANT {
            @Override
            public byte[] key(String tenant, UUID key) {
                return EXACT.key("any", key);
            }
        },
        KEY_ID {
            @Override
            public byte[] key(String tenant, UUID key) {
                return EXACT.key(tenant, ANY);
            }
        };

        @Override
        public byte[] token(String tenant, UUID connection, Kind kind, long version) {
            return EXACT.token(tenant, connection, kind, version);
        }

        @Override
        public byte[] key(String tenant, UUID key) {
            return EXACT.key(tenant, key);
        }
    }

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void v06_whatIsMovedDoesNotOpen(Mutant datum) {
        assertThatIllegalStateException()
                .isThrownBy(() -> attack(datum, Places.EXACT))
                .withMessageContaining("moved or changed");
    }

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void v06_aSealThatLeavesThisOutIsFoundOut(Mutant datum) {
        assertThat(attack(datum, datum)).isEqualTo("loot");
    }

    /** Moves the victim's access token to where the attacker reads it; the answer is what was read there. */
    private String attack(Mutant datum, Places places) {
        Replica replica = world.replica(LocalKeyset.of(world.keyset), places, rows -> rows);
        String victim = "victim-" + UUID.randomUUID();
        String attacker = "attacker-" + UUID.randomUUID();
        UUID loot = UUID.randomUUID();
        store(replica, victim, loot, "loot");
        return switch (datum) {
            case TENANT -> {
                // The tenants' keys differ as well; the row is moved together with its key's, as far as that goes.
                change("""
                        update connections.tenant_dek set tenant_id = ? where tenant_id = ?""", attacker, victim);
                change("update connections.connection_secret set tenant_id = ? where tenant_id = ?", attacker, victim);
                rewrap(replica, victim, attacker);
                yield read(replica, attacker, loot);
            }
            case CONNECTION -> {
                UUID own = UUID.randomUUID();
                store(replica, victim, own, "own");
                copy(loot, own);
                yield read(replica, victim, own);
            }
            case KIND -> {
                change(
                        "update connections.connection_secret set refresh_token = access_token where connection_id = ?",
                        loot);
                yield Objects.requireNonNull(
                                replica.stored(victim, loot).tokens().refresh())
                        .reveal();
            }
            case VERSION -> {
                List<byte[]> old = world.intruder(jdbc -> jdbc.sql("""
                        select access_token from connections.connection_secret where connection_id = ?""")
                        .param(loot)
                        .query((row, number) -> row.getBytes(1))
                        .list());
                store(replica, victim, loot, "newer");
                change(
                        "update connections.connection_secret set access_token = ? where connection_id = ?",
                        old.getFirst(),
                        loot);
                yield read(replica, victim, loot);
            }
            case KEY_TENANT -> {
                change("update connections.tenant_dek set tenant_id = ? where tenant_id = ?", attacker, victim);
                replica.cache().clear();
                yield opened(replica, attacker, loot);
            }
            case KEY_ID -> {
                UUID renamed = UUID.randomUUID();
                change("update connections.tenant_dek set dek_id = ? where tenant_id = ?", renamed, victim);
                change("update connections.connection_secret set dek_id = ? where tenant_id = ?", renamed, victim);
                yield read(replica, victim, loot);
            }
        };
    }

    /** What only somebody with the master key can do: the tenant in the record itself must hold even then. */
    private void rewrap(Replica replica, String from, String to) {
        List<UUID> ids = new ArrayList<>(
                world.intruder(jdbc -> jdbc.sql("select dek_id from connections.tenant_dek where tenant_id = ?")
                        .param(to)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list()));
        for (UUID id : ids) {
            byte[] wrapped =
                    world.intruder(jdbc -> jdbc.sql("select wrapped from connections.tenant_dek where dek_id = ?")
                            .param(id)
                            .query((row, number) -> row.getBytes(1))
                            .single());
            try {
                KeyProvider provider = replica.tools().provider();
                byte[] key = provider.unwrap(wrapped, Places.EXACT.key(from, id));
                change(
                        "update connections.tenant_dek set wrapped = ? where dek_id = ?",
                        provider.wrap(key, Places.EXACT.key(to, id)),
                        id);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Whether the key itself opens under the other tenant, which is told by its sealing. */
    private String opened(Replica replica, String tenant, UUID unused) {
        replica.store()
                .transactions()
                .run(tenant, () -> replica.tools().keys(replica.store().jdbc()).active(tenant));
        return "loot";
    }

    private void store(Replica replica, String tenant, UUID connection, String access) {
        replica.vault()
                .store(tenant, connection, "acme", world.server.tokens(access, "r", Duration.ofHours(1)), Map.of());
    }

    private String read(Replica replica, String tenant, UUID connection) {
        replica.cache().clear();
        return replica.stored(tenant, connection).tokens().access().reveal();
    }

    private void copy(UUID from, UUID to) {
        change("""
                update connections.connection_secret t set access_token = s.access_token
                from connections.connection_secret s where s.connection_id = ? and t.connection_id = ?""", from, to);
    }

    private void change(String sql, Object... parameters) {
        int changed = world.intruder(jdbc -> spec(jdbc, sql, parameters).update());
        assertThat(changed).isPositive();
    }

    private static JdbcClient.StatementSpec spec(JdbcClient jdbc, String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters);
    }

    @Test
    void v20_aChangeOfAnySingleByteIsNoticed() {
        Replica replica = world.replica();
        UUID connection = UUID.randomUUID();
        store(replica, "bits", connection, "loot");
        byte[] sealed = world.intruder(jdbc -> jdbc.sql("""
                select access_token from connections.connection_secret where connection_id = ?""")
                .param(connection)
                .query((row, number) -> row.getBytes(1))
                .single());
        for (int index = 0; index < sealed.length; index++) {
            byte[] changed = sealed.clone();
            changed[index] ^= 1;
            change(
                    "update connections.connection_secret set access_token = ? where connection_id = ?",
                    changed,
                    connection);
            assertThatIllegalStateException().as("byte %d", index).isThrownBy(() -> replica.stored("bits", connection));
        }
        change("update connections.connection_secret set access_token = ? where connection_id = ?", sealed, connection);
        assertThat(read(replica, "bits", connection)).isEqualTo("loot");
    }

    @Test
    void v20_theVersionCanNotBeTurnedBack() {
        Replica replica = world.replica();
        UUID connection = UUID.randomUUID();
        store(replica, "back", connection, "one");
        store(replica, "back", connection, "two");

        change("update connections.connection_secret set version = 1 where connection_id = ?", connection);

        assertThatIllegalStateException().isThrownBy(() -> replica.stored("back", connection));
    }
}
