package ai.opsai.auth.session;

import ai.opsai.auth.access.Caller;
import ai.opsai.auth.access.Caller.Proof;
import ai.opsai.auth.secret.Hashes;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Sealing;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Sessions by the hash of their cookie; who they belong to is sealed. Each sign-in makes a new one. */
final class BrowserSessions {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final String FIND = """
            select caller, seen_at, ends_at from browser_session
            where session_hash = :hash and ends_at > :now and seen_at > :idle_since""";

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final SessionSettings settings;
    private final Clock clock;

    BrowserSessions(
            TenantTransactions transactions, JdbcClient jdbc, Sealed sealed, SessionSettings settings, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.settings = settings;
        this.clock = clock;
    }

    /** A session that was found or begun. */
    record Session(Caller caller, Instant endsAt) {}

    private record Row(Session session, Instant seenAt) {}

    /** Begins one for a caller whose token was checked; the answer is the value of its cookie. */
    String begin(Caller caller) {
        String value = Hashes.random();
        byte[] hash = Hashes.of(value);
        Instant now = clock.instant();
        transactions.runWithoutTenant(() -> {
            jdbc.sql("delete from browser_session where ends_at < :now or seen_at < :idle_since")
                    .param("now", utc(now))
                    .param("idle_since", utc(now.minus(settings.idle())))
                    .update();
            jdbc.sql("insert into browser_session (session_hash, caller, seen_at, ends_at) values (?, ?, ?, ?)")
                    .params(hash, sealed.seal(hash, caller), utc(now), utc(now.plus(settings.absolute())))
                    .update();
        });
        return value;
    }

    /** The session of a cookie, or null when it is unknown, ended or too old. */
    @Nullable
    Session find(String value) {
        byte[] hash = Hashes.of(value);
        Instant now = clock.instant();
        return transactions.<@Nullable Session>callWithoutTenant(() -> {
            Row found = row(hash, now);
            if (found == null) {
                return null;
            }
            if (found.seenAt().isBefore(now.minus(NOTED_EVERY))) {
                jdbc.sql("update browser_session set seen_at = ? where session_hash = ?")
                        .params(utc(now), hash)
                        .update();
            }
            return found.session();
        });
    }

    void end(String value) {
        transactions.runWithoutTenant(() -> jdbc.sql("delete from browser_session where session_hash = ?")
                .param(Hashes.of(value))
                .update());
    }

    private @Nullable Row row(byte[] hash, Instant now) {
        return jdbc.sql(FIND)
                .param("hash", hash)
                .param("now", utc(now))
                .param("idle_since", utc(now.minus(settings.idle())))
                .query((row, number) -> new Row(
                        new Session(
                                sealed.open(hash, row.getBytes("caller")),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant()),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Callers as they are stored: readable only in the row of their session. */
    record Sealed(Sealing sealing, JsonMapper json) {

        private record Stored(String subject, @Nullable String tenant, Set<String> roles) {}

        byte[] seal(byte[] hash, Caller caller) {
            Stored stored = new Stored(caller.subject(), caller.tenant(), caller.roles());
            return sealing.seal(Secret.of(json.writeValueAsString(stored)), place(hash));
        }

        Caller open(byte[] hash, byte[] caller) {
            Stored stored = json.readValue(sealing.open(caller, place(hash)).reveal(), Stored.class);
            return new Caller(stored.subject(), stored.tenant(), stored.roles(), Proof.SESSION);
        }

        private static String[] place(byte[] hash) {
            return new String[] {"session", "v1", HexFormat.of().formatHex(hash)};
        }
    }
}
