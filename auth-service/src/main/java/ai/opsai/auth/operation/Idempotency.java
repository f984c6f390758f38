package ai.opsai.auth.operation;

import ai.opsai.auth.secret.Hashes;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Sealing;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call with an {@code Idempotency-Key} takes effect once, and is answered the same when it is repeated. Keys and
 * requests are kept as hashes, answers sealed; a try that died before it was answered is forgotten after two minutes.
 */
public final class Idempotency {

    private static final Duration ABANDONED = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST = 255;

    private static final String CLAIM = """
            insert into idempotency_key (key_hash, request_hash, created_at) values (:key, :request, :now)
            on conflict (key_hash) do update set request_hash = excluded.request_hash,
                created_at = excluded.created_at, answer = null
            where idempotency_key.created_at < :expired
               or (idempotency_key.answer is null and idempotency_key.created_at < :abandoned)""";

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(TenantTransactions transactions, JdbcClient jdbc, Sealing sealing, JsonMapper json, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    private record Claim(boolean sameRequest, @Nullable Secret answer) {}

    /**
     * The operation of the first call with this key, or a new one.
     *
     * @param key as the caller sent it; null means that every call is a new one
     * @param request all that makes two requests the same
     */
    public UUID once(String tenant, @Nullable String key, String request, Supplier<UUID> start) {
        return once(tenant, key, request, UUID.class, start);
    }

    /** As above, for a call with an answer of its own. */
    public <T> T once(String tenant, @Nullable String key, Object request, Class<T> type, Supplier<T> call) {
        if (key == null) {
            return call.get();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw ProblemException.invalid("Idempotency-Key", "A key has 1 to " + LONGEST + " characters.");
        }
        byte[] keyHash = Hashes.of(tenant + "\n" + key);
        byte[] requestHash = Hashes.of(json.writeValueAsString(request));
        return claimed(keyHash, requestHash)
                ? answered(keyHash, call)
                : json.readValue(earlier(keyHash, requestHash).reveal(), type);
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

    private <T> T answered(byte[] key, Supplier<T> call) {
        try {
            T answer = call.get();
            byte[] sealed = sealing.seal(Secret.of(json.writeValueAsString(answer)), place(key));
            transactions.runWithoutTenant(() -> jdbc.sql("update idempotency_key set answer = ? where key_hash = ?")
                    .params(sealed, key)
                    .update());
            return answer;
        } catch (RuntimeException e) {
            transactions.runWithoutTenant(() -> jdbc.sql("delete from idempotency_key where key_hash = ?")
                    .param(key)
                    .update());
            throw e;
        }
    }

    private Secret earlier(byte[] key, byte[] request) {
        Claim claim = transactions.callWithoutTenant(() -> jdbc.sql(
                        "select request_hash, answer from idempotency_key where key_hash = ?")
                .param(key)
                .query((row, number) ->
                        new Claim(Arrays.equals(row.getBytes(1), request), opened(key, row.getBytes(2))))
                .optional()
                .orElse(new Claim(true, null)));
        if (!claim.sameRequest()) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_MISMATCH,
                    "This Idempotency-Key was used for another request: use a new one.");
        }
        Secret answer = claim.answer();
        if (answer == null) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_IN_PROGRESS, "The first request with this key is still being accepted.");
        }
        return answer;
    }

    private @Nullable Secret opened(byte[] key, byte @Nullable [] answer) {
        return answer == null ? null : sealing.open(answer, place(key));
    }

    private static String[] place(byte[] key) {
        return new String[] {"answer", "v1", HexFormat.of().formatHex(key)};
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
