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

/** Tickets: links that start a flow once, within ten minutes. Stored by hash, their content sealed. */
final class Tickets {

    static final Duration LIFE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    Tickets(JdbcClient jdbc, Sealing sealing, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    record Issued(String name, Instant expiresAt) {}

    Issued issue(Ticket ticket) {
        String name = Hashes.random();
        byte[] hash = Hashes.of(name);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(LIFE);
        jdbc.sql("delete from oauth_ticket where expires_at < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into oauth_ticket (ticket_hash, provider, ticket, expires_at) values (?, ?, ?, ?)")
                .params(hash, ticket.provider(), sealed(hash, ticket), expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return new Issued(name, expiresAt);
    }

    /** The ticket of that name, which is then gone; null when it is unknown, used, too old or of another provider. */
    @Nullable
    Ticket take(String name, String provider) {
        byte[] hash = Hashes.of(name);
        return jdbc.sql("""
                delete from oauth_ticket where ticket_hash = ? and provider = ? and expires_at > ? returning ticket""")
                .params(hash, provider, clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> opened(hash, row.getBytes(1)))
                .optional()
                .orElse(null);
    }

    /** The ticket of that name, which stays good; for a page that says what it is for. */
    @Nullable
    Ticket look(String name, String provider) {
        byte[] hash = Hashes.of(name);
        return jdbc.sql("select ticket from oauth_ticket where ticket_hash = ? and provider = ? and expires_at > ?")
                .params(hash, provider, clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> opened(hash, row.getBytes(1)))
                .optional()
                .orElse(null);
    }

    private byte[] sealed(byte[] hash, Ticket ticket) {
        return sealing.seal(
                Secret.of(json.writeValueAsString(ticket)),
                "ticket",
                HexFormat.of().formatHex(hash));
    }

    private Ticket opened(byte[] hash, byte[] sealed) {
        Secret text = sealing.open(sealed, "ticket", HexFormat.of().formatHex(hash));
        return json.readValue(text.reveal(), Ticket.class);
    }
}
