package ai.opsai.auth.isolation;

import ai.opsai.auth.isolation.Catalogue.Policy;
import ai.opsai.auth.isolation.Catalogue.Role;
import ai.opsai.auth.isolation.Catalogue.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One boundary taken away or widened.
 *
 * @param object that the checks must name
 */
record Mutant(String object, String sql) {

    private static final String OWN_ROWS = "tenant_id = (select nullif(current_setting('app.tenant_id', true), ''))";

    /** Every policy, every table and every grant that the catalogue knows, each weakened in every way we know of. */
    static List<Mutant> all(Connection connection) throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        List<Mutant> mutants = new ArrayList<>();
        for (Policy policy : catalogue.policies()) {
            ofPolicy(policy, mutants);
        }
        List<String> roles =
                new ArrayList<>(catalogue.roles().stream().map(Role::name).toList());
        roles.add("public");
        for (Table table : catalogue.tables()) {
            if (table.ofTenants()) {
                ofTenants(table.name(), mutants);
            }
            for (String role : roles) {
                ofGrants(table.name(), role, mutants);
            }
        }
        for (String role : roles) {
            for (String schema : List.of("connections", "sampling", "organizing")) {
                mutants.add(new Mutant("schema " + schema, "grant create on schema " + schema + " to " + role));
            }
        }
        return mutants;
    }

    private static void ofPolicy(Policy policy, List<Mutant> mutants) {
        String drop = "drop policy " + policy.name() + " on " + policy.table();
        String create = drop + "; create policy " + policy.name() + " on " + policy.table() + " ";
        String to = "to " + policy.roles() + " ";
        if (policy.roles().equals(Ownership.READER)) {
            add(mutants, policy.table(), create + to + "using (true)");
            add(mutants, policy.table(), create + "for select to public using (true)");
            return;
        }
        add(mutants, policy.table(), drop);
        add(mutants, policy.table(), create + to + "using (true) with check (true)");
        add(mutants, policy.table(), create + to + "using (" + OWN_ROWS + ") with check (true)");
        add(mutants, policy.table(), create + to + "using (true) with check (" + OWN_ROWS + ")");
        add(mutants, policy.table(), create + to + "using (" + OWN_ROWS + ")");
        add(mutants, policy.table(), create + "using (" + OWN_ROWS + ") with check (" + OWN_ROWS + ")");
        add(mutants, policy.table(), create + "for select " + to + "using (" + OWN_ROWS + ")");
        add(
                mutants,
                policy.table(),
                create + to + "using (tenant_id = current_setting('app.tenant_id', true)) with check (" + OWN_ROWS
                        + ")");
        add(mutants, policy.table(), "create policy another on " + policy.table() + " " + to + "using (true)");
    }

    private static void ofTenants(String table, List<Mutant> mutants) {
        add(mutants, table, "alter table " + table + " disable row level security");
        add(mutants, table, "alter table " + table + " no force row level security");
        add(mutants, table, "create view " + table + "_seen as select * from " + table);
        add(mutants, table, "create unique index on " + table + " ((1))");
        if (!Ownership.readable(table)) {
            add(
                    mutants,
                    table,
                    "create policy readable on " + table + " for select to " + Ownership.READER + " using (true)");
        }
    }

    private static void ofGrants(String table, String role, List<Mutant> mutants) {
        for (String privilege : List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")) {
            if (!Ownership.allowed(table, role, privilege)) {
                add(mutants, table, "grant " + privilege + " on " + table + " to " + role);
            }
        }
    }

    private static void add(List<Mutant> mutants, String object, String sql) {
        mutants.add(new Mutant(object, sql));
    }

    @Override
    public String toString() {
        return sql;
    }
}
