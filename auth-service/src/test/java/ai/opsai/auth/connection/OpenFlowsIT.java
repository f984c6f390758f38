package ai.opsai.auth.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.opsai.auth.secret.Hashes;
import ai.opsai.auth.vault.SealingWorld;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** What is kept between the steps of a flow: taken once, in time, and from its own place alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenFlowsIT {

    private final SealingWorld world = new SealingWorld();
    private final Flows flows = new Flows(world.jdbc(), world.sealing(), JsonMapper.shared(), world.clock());
    private final Tickets tickets = new Tickets(world.jdbc(), world.sealing(), JsonMapper.shared(), world.clock());

    @AfterAll
    void close() {
        world.close();
    }

    private static Ticket ticket(String provider) {
        return new Ticket("t1", provider, UUID.randomUUID(), UUID.randomUUID(), "/done", Map.of("shop", "acme"));
    }

    private static Flow flow() {
        return new Flow(
                ticket("github"),
                "client-1",
                URI.create("https://acme.example/authorize"),
                "endpoints",
                URI.create("http://localhost:7250/login/oauth2/code/github"),
                List.of("read", "write"),
                "the-verifier",
                "the-nonce");
    }

    private long rows(String table) {
        return world.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @Test
    void aFlowIsTakenOnceAndOnlyByItsBrowserFromItsProvider() {
        Flow flow = flow();
        flows.save("s1", "b1", flow);

        assertThat(flows.take("s2", "b1", "github")).isNull();
        assertThat(flows.take("s1", "b2", "github")).isNull();
        assertThat(flows.take("s1", "b1", "stripe")).isNull();
        assertThat(flows.take("s1", "b1", "github")).isEqualTo(flow);
        assertThat(flows.take("s1", "b1", "github")).isNull();
    }

    @Test
    void aFlowLivesForTenMinutesAndIsClearedAwayLater() {
        flows.save("early", "b1", flow());
        world.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(flows.take("early", "b1", "github")).isNotNull();

        flows.save("late", "b1", flow());
        world.advance(Duration.ofMinutes(10));
        assertThat(flows.take("late", "b1", "github")).isNull();

        world.advance(Duration.ofMillis(1));
        flows.save("next", "b1", flow());
        assertThat(rows("oauth_flow")).isEqualTo(1);
        assertThat(flows.take("next", "b1", "github")).isNotNull();
    }

    @Test
    void aStoredFlowShowsNothingAndOpensUnderNoOtherState() {
        flows.save("mine", "b1", flow());
        flows.save("theirs", "b1", flow());
        byte[] stored = world.jdbc()
                .sql("select flow from oauth_flow where state_hash = ?")
                .param(Hashes.of("mine"))
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("the-verifier", "the-nonce");

        world.jdbc()
                .sql("update oauth_flow set flow = ? where state_hash = ?")
                .params(stored, Hashes.of("theirs"))
                .update();

        assertThatIllegalStateException().isThrownBy(() -> flows.take("theirs", "b1", "github"));
        assertThat(flows.take("mine", "b1", "github")).isNotNull();
        world.jdbc().sql("delete from oauth_flow").update();
    }

    @Test
    void aFlowTellsNoSecretOfItself() {
        assertThat(flow().toString()).contains("github").doesNotContain("the-verifier", "the-nonce");
    }

    @Test
    void aTicketIsLookedAtOftenAndTakenOnce() {
        Ticket ticket = ticket("github");
        Tickets.Issued issued = tickets.issue(ticket);

        assertThat(issued.expiresAt()).isEqualTo(world.clock().instant().plus(Duration.ofMinutes(10)));
        assertThat(tickets.look(issued.name(), "github")).isEqualTo(ticket);
        assertThat(tickets.look(issued.name(), "stripe")).isNull();
        assertThat(tickets.look("unknown", "github")).isNull();
        assertThat(tickets.take(issued.name(), "stripe")).isNull();
        assertThat(tickets.take(issued.name(), "github")).isEqualTo(ticket);
        assertThat(tickets.take(issued.name(), "github")).isNull();
        assertThat(tickets.look(issued.name(), "github")).isNull();
    }

    @Test
    void aTicketLivesForTenMinutesAndIsClearedAwayLater() {
        Tickets.Issued issued = tickets.issue(ticket("github"));
        world.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(tickets.look(issued.name(), "github")).isNotNull();
        world.advance(Duration.ofMillis(1));
        assertThat(tickets.look(issued.name(), "github")).isNull();
        assertThat(tickets.take(issued.name(), "github")).isNull();

        world.advance(Duration.ofMillis(1));
        Tickets.Issued next = tickets.issue(ticket("github"));
        assertThat(rows("oauth_ticket")).isEqualTo(1);
        assertThat(tickets.take(next.name(), "github")).isNotNull();
    }

    @Test
    void aTicketOpensUnderNoOtherName() {
        Tickets.Issued mine = tickets.issue(ticket("github"));
        Tickets.Issued theirs = tickets.issue(ticket("github"));
        world.jdbc()
                .sql("""
                        update oauth_ticket set ticket = (select ticket from oauth_ticket where ticket_hash = ?)
                        where ticket_hash = ?""")
                .params(Hashes.of(mine.name()), Hashes.of(theirs.name()))
                .update();

        assertThatIllegalStateException().isThrownBy(() -> tickets.look(theirs.name(), "github"));
        assertThatIllegalStateException().isThrownBy(() -> tickets.take(theirs.name(), "github"));
        assertThat(Objects.requireNonNull(tickets.take(mine.name(), "github")).variables())
                .containsEntry("shop", "acme");
        world.jdbc().sql("delete from oauth_ticket").update();
    }
}
