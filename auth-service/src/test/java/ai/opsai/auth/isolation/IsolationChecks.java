package ai.opsai.auth.isolation;

import ai.opsai.auth.isolation.Catalogue.Grant;
import ai.opsai.auth.isolation.Catalogue.Policy;
import ai.opsai.auth.isolation.Catalogue.Role;
import ai.opsai.auth.isolation.Catalogue.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds in the catalogue of a database what would let one tenant, or one role, see what is not its own. */
final class IsolationChecks {

    /** The one condition of every tenant's policy; the sub-select makes it be evaluated once, not for each row. */
    private static final String OWN_ROWS = "tenant_id=selectnullifcurrent_setting'app.tenant_id'::text,true,''::text";

    private final Catalogue catalogue;
    private final List<String> violations = new ArrayList<>();

    private IsolationChecks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Each as a sentence that names the object; none is as it must be. */
    static List<String> violations(Connection connection) throws SQLException {
        IsolationChecks checks = new IsolationChecks(new Catalogue(connection));
        List<Table> tables = checks.catalogue.tables();
        List<Policy> policies = checks.catalogue.policies();
        for (Table table : tables) {
            checks.table(
                    table,
                    policies.stream()
                            .filter(policy -> policy.table().equals(table.name()))
                            .toList());
        }
        checks.grants(tables);
        checks.roles();
        checks.objects();
        return List.copyOf(checks.violations);
    }

    private void table(Table table, List<Policy> policies) {
        require(table.owner().equals("opsai_owner"), table.name(), "belongs to " + table.owner());
        if (!table.ofTenants()) {
            require(policies.isEmpty(), table.name(), "has policies but no tenant_id");
            return;
        }
        require(table.enabled(), table.name(), "row-level security is not enabled");
        require(table.forced(), table.name(), "row-level security is not forced");
        require(table.indexed(), table.name(), "no index begins with tenant_id");
        List<Policy> own = policies.stream()
                .filter(policy -> !policy.roles().equals(Ownership.READER))
                .toList();
        require(own.size() == 1, table.name(), "has " + own.size() + " policies for services instead of one");
        own.forEach(this::ownPolicy);
        policies.stream().filter(policy -> !own.contains(policy)).forEach(this::readerPolicy);
    }

    private void ownPolicy(Policy policy) {
        require(policy.permissive(), policy, "is restrictive, so nothing permits");
        require(policy.command().equals("*"), policy, "does not cover every command");
        require(policy.roles().equals(Ownership.roleOf(policy.table())), policy, "is for " + policy.roles());
        require(normal(policy.using()).equals(OWN_ROWS), policy, "lets other rows be seen: " + policy.using());
        require(normal(policy.check()).equals(OWN_ROWS), policy, "lets other rows be written: " + policy.check());
    }

    private void readerPolicy(Policy policy) {
        require(Ownership.readable(policy.table()), policy, "shows people what they must not see");
        require(policy.command().equals("r"), policy, "lets people do more than read");
    }

    private void grants(List<Table> tables) throws SQLException {
        Set<String> names = tables.stream().map(Table::name).collect(Collectors.toSet());
        for (Grant grant : catalogue.grants()) {
            require(
                    names.contains(grant.table()) && Ownership.allowed(grant.table(), grant.role(), grant.privilege()),
                    grant.table(),
                    "grants " + grant.privilege() + " to " + grant.role());
        }
        for (Grant grant : catalogue.schemaGrants()) {
            violations.add("schema " + grant.table() + " grants " + grant.privilege() + " to " + grant.role());
        }
    }

    private void roles() throws SQLException {
        for (Role role : catalogue.roles()) {
            require(!role.bypasses(), role.name(), "bypasses row-level security");
            require(!role.creates(), role.name(), "can make roles or databases");
            require(role.memberOf().isEmpty(), role.name(), "is a member of " + role.memberOf());
        }
    }

    private void objects() throws SQLException {
        catalogue.viewsOfTheirOwner().forEach(view -> violations.add(view + " shows what its owner sees"));
        catalogue
                .functionsOfTheirOwner()
                .forEach(function -> violations.add(function + " runs as its owner without a fixed search_path"));
        catalogue.tellingKeys().forEach(key -> violations.add(key + " tells that another tenant has a value"));
    }

    private void require(boolean held, Policy policy, String otherwise) {
        require(held, policy.table(), "policy " + policy.name() + " " + otherwise);
    }

    private void require(boolean held, String object, String otherwise) {
        if (!held) {
            violations.add(object + ": " + otherwise);
        }
    }

    /** Without the parentheses, blanks and aliases that versions of PostgreSQL write differently. */
    private static String normal(String expression) {
        return expression
                .replace("AS \"nullif\"", "")
                .replaceAll("[()\\s]", "")
                .replace("SELECT", "select")
                .replace("NULLIF", "nullif");
    }
}
