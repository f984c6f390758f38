package ai.opsai.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.VaultWorld.Replica;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of keys: made, wrapped, cached, rotated, removed, erased, and out of reach. */
class VaultKeysIT {

    private final VaultWorld world = new VaultWorld();
    private final Replica replica = world.replica();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void v04_eachTenantHasOneKeyOfItsOwn() {
        world.connected(replica, "a");
        world.connected(replica, "a");
        world.connected(replica, "b");

        assertThat(keys("a")).hasSize(1);
        assertThat(keys("b")).hasSize(1).doesNotContainAnyElementsOf(keys("a"));
    }

    @Test
    void v03_anotherKeyThanTheOneThatSealedThisDatabaseIsRefusedAtTheStart() {
        world.connected(replica, "a");
        Path other = world.keyset.resolveSibling("other.json");
        KeysetFile.create(other);

        assertThatIllegalStateException()
                .isThrownBy(() -> new Canary(replica.store().jdbc(), LocalKeyset.of(other)).check())
                .withMessageContaining("OPSAI_VAULT_KEYSET_FILE")
                .withMessageContaining("DATABASE_URL");
        Replica wrong = world.replica(LocalKeyset.of(other), Places.EXACT, rows -> rows);
        assertThatIllegalStateException()
                .as("also when the database was away at the start")
                .isThrownBy(() -> world.connected(wrong, "b"));
        new Canary(replica.store().jdbc(), LocalKeyset.of(world.keyset)).check();
    }

    @Test
    void v07_withTheProviderAwayAKeyWorksForFiveMinutesAndThenCallersAreAskedToWait() throws Exception {
        UUID connection = world.connected(replica, "a");
        Path away = world.keyset.resolveSibling("away");
        Files.move(world.keyset, away);

        world.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(replica.ask("a", connection)).isInstanceOf(TokenOutcome.Granted.class);
        world.clock.advance(Duration.ofMillis(1));
        assertThat(replica.ask("a", connection))
                .isEqualTo(new TokenOutcome.Later(world.clock.instant().plusSeconds(10)));

        Files.move(away, world.keyset);
        assertThat(replica.ask("a", connection)).isInstanceOf(TokenOutcome.Granted.class);
    }

    @Test
    void v07_unwrappedKeysAreFewAndClearedAtTheEnd() {
        KeyCache cache = new KeyCache(2, world.clock);
        List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (UUID id : ids) {
            cache.get(id, () -> key(id));
        }

        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.find(ids.getFirst())).as("the eldest is gone").isNull();
        assertThat(cache.find(ids.getLast())).isNotNull();
        cache.forget(ids.getLast());
        assertThat(cache.find(ids.getLast())).isNull();
        cache.clear();
        assertThat(cache.size()).isZero();
    }

    @Test
    void v13_afterARotationOfTheMasterKeyAllKeysAreWrappedAnewAndTheOldOneMayGo() throws Exception {
        UUID connection = world.connected(replica, "a");
        replica.sweepAll();
        List<String> before = wrapped();

        KeysetFile.rotate(world.keyset);
        replica.sweepAll();

        assertThat(wrapped()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        assertThat(keks()).containsOnly(LocalKeyset.of(world.keyset).activeKekId());
        onlyThePrimaryStays();
        Replica later = world.replica();
        assertThat(later.ask("a", connection)).isInstanceOf(TokenOutcome.Granted.class);
    }

    @Test
    void v13_afterARotationOfATenantsKeyItsSecretsAreSealedAnewAndTheOldKeyIsRemoved() {
        UUID connection = world.connected(replica, "a");
        replica.reject("a", connection, 1);
        replica.sweepAll();
        List<UUID> before = keys("a");

        KeyUpkeep.Status rotated = replica.upkeep().rotate();
        assertThat(rotated.rowsOnOldKey()).isEqualTo(1);
        assertThat(rotated.tenantsToSweep()).isEqualTo(rotated.tenants());
        assertThat(keys("a")).hasSize(2).containsAll(before);
        world.clock.advance(Duration.ofSeconds(1));
        replica.sweepAll();

        assertThat(replica.upkeep().status().rowsOnOldKey()).isZero();
        assertThat(replica.upkeep().status().tenantsToSweep()).isZero();
        assertThat(keys("a")).hasSize(1).doesNotContainAnyElementsOf(before);
        StoredTokens stored = replica.stored("a", connection);
        assertThat(stored.key()).isEqualTo(keys("a").getFirst());
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.secrets().previousRefresh()).isNotNull();
        assertThat(stored.secrets().config()).containsEntry("api_key", Secret.of("k1"));
    }

    @Test
    void v13_anOldKeyStaysAsLongAsItSealsAnything() {
        UUID connection = world.connected(replica, "a");
        replica.sweepAll();
        world.intruder(jdbc -> jdbc.sql("update connections.connection_secret set access_token = '\\x00'")
                .update());

        replica.upkeep().rotate();
        world.clock.advance(Duration.ofSeconds(1));
        replica.sweepAll();

        assertThat(keys("a")).hasSize(2);
        assertThat(replica.upkeep().status().rowsOnOldKey()).isEqualTo(1);
        assertThat(replica.upkeep().status().tenantsToSweep())
                .as("it is tried again")
                .isEqualTo(1);
        replica.vault().forget("a", connection);
        world.clock.advance(Duration.ofMinutes(1));
        replica.sweepAll();
        assertThat(keys("a")).hasSize(1);
        assertThat(replica.upkeep().status().rowsOnOldKey()).isZero();
    }

    @Test
    void v20_whileKeysRotateNoReadFails() throws Exception {
        UUID connection = world.connected(replica, "a");
        Replica other = world.replica();
        AtomicBoolean rotating = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> readers = new ArrayList<>();
            for (Replica reader : List.of(replica, other)) {
                readers.add(threads.submit(() -> {
                    int reads = 0;
                    while (rotating.get()) {
                        assertThat(reader.ask("a", connection)).isInstanceOf(TokenOutcome.Granted.class);
                        reader.cache().clear();
                        reads++;
                    }
                    return reads;
                }));
            }
            for (int round = 0; round < 8; round++) {
                replica.upkeep().rotate();
                world.clock.advance(Duration.ofSeconds(1));
                replica.sweepAll();
            }
            rotating.set(false);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
        assertThat(keys("a")).hasSize(1);
    }

    @Test
    void v01_whatTheFirstReleaseSealedOpensAndIsSealedAnew() throws GeneralSecurityException {
        UUID connection = world.connected(replica, "a");
        KeyProvider keyset = LocalKeyset.of(world.keyset);
        world.intruder(jdbc -> jdbc.sql("""
                update connections.connection_secret set dek_id = null, access_token = ?, refresh_token = ?,
                    config = null where connection_id = ?""")
                .params(
                        sealed(keyset, "old", Places.EXACT.token("a", connection, Kind.ACCESS, 1)),
                        sealed(keyset, "older", Places.EXACT.token("a", connection, Kind.REFRESH, 1)),
                        connection)
                .update());
        assertThat(replica.stored("a", connection).tokens().access()).isEqualTo(Secret.of("old"));
        assertThat(replica.stored("a", connection).key()).isNull();

        replica.sweepAll();

        StoredTokens stored = replica.stored("a", connection);
        assertThat(stored.tokens().access()).isEqualTo(Secret.of("old"));
        assertThat(stored.tokens().refresh()).isEqualTo(Secret.of("older"));
        assertThat(stored.key()).isEqualTo(keys("a").getFirst());
    }

    @Test
    void v14_anErasedTenantsSecretsAreUnreadableAlsoInACopyOfTheRows() {
        UUID connection = world.connected(replica, "a");
        UUID kept = world.connected(replica, "b");
        List<byte[]> backup = world.intruder(jdbc -> jdbc.sql("""
                select access_token from connections.connection_secret where connection_id = ?""")
                .param(connection)
                .query((row, number) -> row.getBytes(1))
                .list());

        replica.vault().erase("a");

        assertThat(keys("a")).isEmpty();
        assertThat(replica.ask("a", connection)).isEqualTo(new TokenOutcome.Gone());
        assertThat(replica.ask("b", kept)).isInstanceOf(TokenOutcome.Granted.class);
        assertThat(rowsOf("a")).isZero();
        assertThat(rowsOf("b")).isEqualTo(3);
        world.connected(replica, "a");
        DataKey fresh = replica.store()
                .transactions()
                .call("a", () -> replica.tools().keys(replica.store().jdbc()).active("a"));
        assertThatIllegalStateException()
                .isThrownBy(() -> fresh.open(backup.getFirst(), Places.EXACT.token("a", connection, Kind.ACCESS, 1)));
    }

    @Test
    void v14_aRowWhoseKeyWasErasedIsGone() {
        UUID connection = world.connected(replica, "a");
        world.intruder(jdbc -> jdbc.sql("delete from connections.tenant_dek").update());

        assertThat(replica.ask("a", connection)).isEqualTo(new TokenOutcome.Gone());
    }

    @Test
    void v05_platformTextsOpenInTheirPlaceAloneAndAfterARotation() {
        Sealing sealing = sealing(replica);
        byte[] sealed = sealing.seal(Secret.of("flow"), "flow", "v1", "1");

        assertThat(sealing(world.replica()).open(sealed, "flow", "v1", "1")).isEqualTo(Secret.of("flow"));
        for (int index = 0; index < sealed.length; index++) {
            byte[] changed = sealed.clone();
            changed[index] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> sealing.open(changed, "flow", "v1", "1"));
        }
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(sealed, "flow", "v1", "2"));
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(sealed, "flow", "v11", ""));
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(new byte[3], "flow"));

        replica.upkeep().rotate();
        world.clock.advance(Duration.ofMinutes(6));
        replica.sweepAll();
        assertThat(sealing(world.replica()).open(sealed, "flow", "v1", "1")).isEqualTo(Secret.of("flow"));
        assertThat(sealing.seal(Secret.of("flow"), "flow")).isNotEmpty();
        world.clock.advance(Duration.ofDays(31));
        replica.upkeep().rotate();
        replica.sweepAll();
        assertThatIllegalStateException()
                .as("its key is old enough to go")
                .isThrownBy(() -> sealing(world.replica()).open(sealed, "flow", "v1", "1"));
    }

    /** Its secret, when to renew it, and its entry in the register. */
    private long rowsOf(String tenant) {
        return world.intruder(
                jdbc -> jdbc.sql("""
                select (select count(*) from connections.connection_secret where tenant_id = :tenant)
                    + (select count(*) from connections.secret_schedule where tenant = :tenant)
                    + (select count(*) from connections.vault_tenant where tenant = :tenant)""").param("tenant", tenant).query(Long.class).single());
    }

    private static Sealing sealing(Replica replica) {
        return replica.sealing();
    }

    private static byte[] sealed(KeyProvider provider, String text, byte[] place) {
        try {
            return provider.wrap(text.getBytes(StandardCharsets.UTF_8), place);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static DataKey key(UUID id) {
        try {
            return DataKey.parse(id, DataKey.generate());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** As an operator does who is told that no row needs the old key any more. */
    private void onlyThePrimaryStays() throws Exception {
        KeysetHandle all = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(world.keyset), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        KeysetHandle primary = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(all.getPrimary().getKey()).makePrimary())
                .build();
        Files.writeString(
                world.keyset,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        primary, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    private List<UUID> keys(String tenant) {
        return world.intruder(jdbc -> jdbc.sql("select dek_id from connections.tenant_dek where tenant_id = ?")
                .param(tenant)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    private List<String> wrapped() {
        return texts("select encode(wrapped, 'hex') from connections.tenant_dek");
    }

    private List<String> keks() {
        return texts("select kek_id from connections.tenant_dek");
    }

    private List<String> texts(String sql) {
        return world.intruder(
                jdbc -> jdbc.sql(sql).query((row, number) -> row.getString(1)).list());
    }
}
