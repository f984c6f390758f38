package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Account;
import ai.opsai.auth.secret.Hashes;
import ai.opsai.auth.secret.Secret;
import ai.opsai.auth.vault.Sealing;
import ai.opsai.platform.tenancy.TenantTransactions;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the connections of a provider's account whoever their tenants are: the only question that is asked across
 * tenants, and only for what a provider itself says of the account. Entered and left with the connection's own
 * transaction.
 */
public final class AccountIndex {

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final JsonMapper json;

    AccountIndex(TenantTransactions transactions, JdbcClient jdbc, Sealing sealing, JsonMapper json) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
    }

    /** A connection and whose it is. */
    public record Owner(String tenant, UUID connectionId) {}

    /** Those of the account; outside of any transaction. */
    public List<Owner> owners(String provider, String accountId) {
        byte[] account = hash(provider, accountId);
        return transactions.callWithoutTenant(
                () -> jdbc.sql("select owner from account_owner where account_hash = ? order by connection_id")
                        .param(account)
                        .query((row, number) -> opened(account, row.getBytes(1)))
                        .list());
    }

    /** Within the connection's transaction. */
    void enter(Connection connection) {
        Account account = connection.account();
        if (account == null) {
            return;
        }
        byte[] hash = hash(connection.provider(), account.id());
        Owner owner = new Owner(connection.tenantId(), connection.connectionId());
        jdbc.sql("""
                insert into account_owner (connection_id, account_hash, owner) values (?, ?, ?)
                on conflict (connection_id) do update set account_hash = excluded.account_hash, owner = excluded.owner""")
                .params(
                        owner.connectionId(),
                        hash,
                        sealing.seal(Secret.of(json.writeValueAsString(owner)), place(hash)))
                .update();
    }

    /** Within the connection's transaction. */
    void leave(UUID connection) {
        jdbc.sql("delete from account_owner where connection_id = ?")
                .param(connection)
                .update();
    }

    private Owner opened(byte[] account, byte[] sealed) {
        return json.readValue(sealing.open(sealed, place(account)).reveal(), Owner.class);
    }

    private static byte[] hash(String provider, String accountId) {
        return Hashes.of(provider + "\n" + accountId);
    }

    private static String[] place(byte[] account) {
        return new String[] {"account", "v1", HexFormat.of().formatHex(account)};
    }
}
