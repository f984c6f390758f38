package ai.opsai.auth.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the database itself says of its tables, policies, grants and roles. */
final class Catalogue {

    private static final String OURS = "n.nspname in ('connections', 'sampling', 'organizing')";

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    record Table(String name, boolean ofTenants, boolean enabled, boolean forced, boolean indexed, String owner) {}

    record Policy(
            String table, String name, String command, boolean permissive, String roles, String using, String check) {}

    record Grant(String table, String role, String privilege) {}

    record Role(String name, boolean bypasses, boolean creates, String memberOf) {}

    List<Table> tables() throws SQLException {
        return rows(
                """
                select n.nspname || '.' || c.relname, a.attnum is not null, c.relrowsecurity, c.relforcerowsecurity,
                    exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum
                            and i.indpred is null),
                    pg_get_userbyid(c.relowner)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                where c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history' and %s
                order by 1""",
                row -> new Table(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getString(6)));
    }

    List<Policy> policies() throws SQLException {
        return rows(
                """
                select n.nspname || '.' || c.relname, p.polname, p.polcmd, p.polpermissive,
                    (select string_agg(case when r = 0 then 'public' else pg_get_userbyid(r) end, ',')
                     from unnest(p.polroles) r),
                    coalesce(pg_get_expr(p.polqual, p.polrelid), ''),
                    coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
                from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
                where %s order by 1, 2""",
                row -> new Policy(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
    }

    /** Of tables and single columns, to everybody but the owner. */
    List<Grant> grants() throws SQLException {
        return rows("""
                select n.nspname || '.' || c.relname, case when g.grantee = 0 then 'public'
                    else pg_get_userbyid(g.grantee) end, g.privilege_type
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                cross join lateral (
                    select * from aclexplode(c.relacl)
                    union all
                    select (aclexplode(a.attacl)).* from pg_attribute a where a.attrelid = c.oid) g
                where c.relkind in ('r', 'p', 'v', 'm') and c.relname <> 'flyway_schema_history'
                    and g.grantee <> c.relowner and %s
                order by 1, 2, 3""", row -> new Grant(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Of the three schemas, what goes beyond using them. */
    List<Grant> schemaGrants() throws SQLException {
        return rows("""
                select n.nspname, case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee) end,
                    g.privilege_type
                from pg_namespace n cross join lateral aclexplode(n.nspacl) g
                where g.grantee <> n.nspowner and (g.grantee = 0 or g.privilege_type <> 'USAGE') and %s
                order by 1, 2""", row -> new Grant(row.getString(1), row.getString(2), row.getString(3)));
    }

    List<Role> roles() throws SQLException {
        return rows("""
                select r.rolname, r.rolsuper or r.rolbypassrls, r.rolcreaterole or r.rolcreatedb,
                    coalesce((select string_agg(pg_get_userbyid(m.roleid), ',') from pg_auth_members m
                              where m.member = r.oid), '')
                from pg_roles r
                where r.rolname like 'opsai\\_%%' and r.rolname <> 'opsai_owner' order by 1""", row -> new Role(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getString(4)));
    }

    /** Views that show what their owner sees, not what their reader may see. */
    List<String> viewsOfTheirOwner() throws SQLException {
        return rows("""
                select n.nspname || '.' || c.relname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where (c.relkind = 'm' or c.relkind = 'v'
                       and not coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false)) and %s""", row -> row.getString(1));
    }

    List<String> functionsOfTheirOwner() throws SQLException {
        return rows("""
                select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and not coalesce(p.proconfig::text like '%%search_path=%%', false) and %s""", row -> row.getString(1));
    }

    /** Unique keys by which a tenant could learn that another one has something: neither tenant nor random id in them. */
    List<String> tellingKeys() throws SQLException {
        return rows("""
                select i.indexrelid::regclass::text
                from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                where i.indisunique and %s
                  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
                  and not exists (select from pg_attribute a
                                  where a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
                                    and (a.attname = 'tenant_id' or a.atttypid = 'uuid'::regtype))""", row -> row.getString(1));
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Reading<T> reading) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.formatted(OURS))) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.read(rows));
            }
            return read;
        }
    }
}
