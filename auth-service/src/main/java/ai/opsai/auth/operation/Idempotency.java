package ai.opsai.auth.operation;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A call with an {@code Idempotency-Key} starts its operation once. Keys and requests are kept as hashes; a try that
 * died before it had an operation is forgotten after two minutes.
 */
public final class Idempotency {

    private static final Duration ABANDONED = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST = 255;

    private static final String CLAIM = """
            insert into idempotency_key (key_hash, request_hash, created_at) values (:key, :request, :now)
            on conflict (key_hash) do update set request_hash = excluded.request_hash, created_at = excluded.created_at
            where idempotency_key.created_at < :expired
               or (idempotency_key.operation_id is null and idempotency_key.created_at < :abandoned)""";

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Idempotency(TenantTransactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Claim(boolean sameRequest, @Nullable UUID operation) {}

    /**
     * The operation of the first call with this key, or a new one.
     *
     * @param key as the caller sent it; null means that every call is a new one
     * @param request all that makes two requests the same
     */
    public UUID once(String tenant, @Nullable String key, String request, Supplier<UUID> start) {
        if (key == null) {
            return start.get();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw ProblemException.invalid("Idempotency-Key", "A key has 1 to " + LONGEST + " characters.");
        }
        byte[] keyHash = hash(tenant + "\n" + key);
        byte[] requestHash = hash(request);
        return claimed(keyHash, requestHash) ? started(keyHash, start) : earlier(keyHash, requestHash);
    }

    private boolean claimed(byte[] key, byte[] request) {
        Instant now = clock.instant();
        return transactions.callWithoutTenant(() -> jdbc.sql(CLAIM)
                        .param("key", key)
                        .param("request", request)
                        .param("now", utc(now))
                        .param("expired", utc(now.minus(KEPT)))
                        .param("abandoned", utc(now.minus(ABANDONED)))
                        .update()
                == 1);
    }

    private UUID started(byte[] key, Supplier<UUID> start) {
        try {
            UUID operation = start.get();
            transactions.runWithoutTenant(
                    () -> jdbc.sql("update idempotency_key set operation_id = ? where key_hash = ?")
                            .params(operation, key)
                            .update());
            return operation;
        } catch (RuntimeException e) {
            transactions.runWithoutTenant(() -> jdbc.sql("delete from idempotency_key where key_hash = ?")
                    .param(key)
                    .update());
            throw e;
        }
    }

    private UUID earlier(byte[] key, byte[] request) {
        Claim claim = transactions.callWithoutTenant(() -> jdbc.sql(
                        "select request_hash, operation_id from idempotency_key where key_hash = ?")
                .param(key)
                .query((row, number) ->
                        new Claim(Arrays.equals(row.getBytes(1), request), row.getObject(2, UUID.class)))
                .optional()
                .orElse(new Claim(true, null)));
        if (!claim.sameRequest()) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_MISMATCH,
                    "This Idempotency-Key was used for another request: use a new one.");
        }
        if (claim.operation() == null) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_IN_PROGRESS, "The first request with this key is still being accepted.");
        }
        return claim.operation();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
