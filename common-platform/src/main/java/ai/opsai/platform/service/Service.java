package ai.opsai.platform.service;

/**
 * Which service this is; everything that it calls itself follows from the name.
 *
 * @param name its short name, as in {@code auth}
 * @param schema its schema of the database
 * @param connections how many connections its pool holds at most
 */
public record Service(String name, String schema, int connections) {

    /** The database role of its work. */
    String role() {
        return "opsai_" + name;
    }

    /** The database role of its outbox relay. */
    String relayRole() {
        return role() + "_relay";
    }
}
