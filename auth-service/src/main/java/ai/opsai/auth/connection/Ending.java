package ai.opsai.auth.connection;

/** Told within the transaction that ends a connection, for what follows from it. */
public interface Ending {

    void ended(Connection connection);
}
