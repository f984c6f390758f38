package ai.opsai.auth.isolation;

import java.util.Map;
import java.util.Set;

/**
 * Which role may do what with which table. A table belongs to the service of its schema, unless it is the vault's; people
 * read those that are listed, and nothing else.
 */
final class Ownership {

    static final String READER = "opsai_reader";

    private static final Map<String, String> SERVICES =
            Map.of("connections", "opsai_auth", "sampling", "opsai_sampler", "organizing", "opsai_organizer");

    private static final Set<String> OF_THE_VAULT = Set.of(
            "connections.connection_secret",
            "connections.token_release",
            "connections.tenant_dek",
            "connections.vault_canary",
            "connections.vault_tenant",
            "connections.secret_schedule");

    /** What happened can't be changed afterwards. */
    private static final Set<String> WRITTEN_ONCE = Set.of("connections.token_release");

    private static final Set<String> READABLE = Set.of(
            "connections.connection",
            "connections.operation",
            "connections.operation_event",
            "connections.token_release",
            "sampling.sampling_job",
            "sampling.tenant_sample_data",
            "organizing.tenant_data_schemas",
            "organizing.tenant_dynamic_data",
            "organizing.tenant_identities",
            "organizing.tenant_identity_redirects");

    private Ownership() {}

    static String roleOf(String table) {
        return OF_THE_VAULT.contains(table) ? "opsai_vault" : serviceOf(table);
    }

    static boolean readable(String table) {
        return READABLE.contains(table);
    }

    /** Whether the role may have this privilege on the table. */
    static boolean allowed(String table, String role, String privilege) {
        if (table.endsWith(".outbox")) {
            return role.equals(serviceOf(table))
                    ? privilege.equals("INSERT")
                    : role.equals(serviceOf(table) + "_relay")
                            && Set.of("SELECT", "UPDATE", "DELETE").contains(privilege);
        }
        if (role.equals(READER)) {
            return privilege.equals("SELECT") && readable(table);
        }
        return role.equals(roleOf(table))
                && (WRITTEN_ONCE.contains(table)
                                ? Set.of("SELECT", "INSERT")
                                : Set.of("SELECT", "INSERT", "UPDATE", "DELETE"))
                        .contains(privilege);
    }

    private static String serviceOf(String table) {
        return SERVICES.get(table.substring(0, table.indexOf('.')));
    }
}
