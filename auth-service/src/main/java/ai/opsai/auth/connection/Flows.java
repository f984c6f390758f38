package ai.opsai.auth.connection;

import ai.opsai.auth.secret.Hashes;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Sealing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open flows by the hash of their state. One statement takes a flow away, and only from the browser that began it: of
 * twenty callbacks with one state exactly one gets it, and a foreign browser can't even spoil it.
 */
final class Flows {

    static final Duration LIFE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    Flows(JdbcClient jdbc, Sealing sealing, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    void save(String state, String browser, Flow flow) {
        byte[] hash = Hashes.of(state);
        Instant now = clock.instant();
        jdbc.sql("delete from oauth_flow where expires_at < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into oauth_flow (state_hash, browser_hash, provider, flow, expires_at) values (?, ?, ?, ?, ?)")
                .params(
                        hash,
                        Hashes.of(browser),
                        flow.ticket().provider(),
                        sealing.seal(Secret.of(json.writeValueAsString(flow)), place(hash)),
                        now.plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Nullable
    Flow take(String state, String browser, String provider) {
        byte[] hash = Hashes.of(state);
        return jdbc.sql("""
                delete from oauth_flow
                where state_hash = ? and browser_hash = ? and provider = ? and expires_at > ? returning flow""")
                .params(hash, Hashes.of(browser), provider, clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> json.readValue(
                        sealing.open(row.getBytes(1), place(hash)).reveal(), Flow.class))
                .optional()
                .orElse(null);
    }

    private static String[] place(byte[] hash) {
        return new String[] {"flow", "v1", HexFormat.of().formatHex(hash)};
    }
}
