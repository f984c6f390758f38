package ai.opsai.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.opsai.local.stack.Database;
import ai.opsai.system.HidingPlaces.Search;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** A COPY of every table of the three schemas, as text, and what is binary in it also as the bytes it stands for. */
final class TableDump {

    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname in ('connections', 'sampling', 'organizing') order by 1""";
    private static final Pattern BYTES = Pattern.compile("\\\\\\\\x((?:[0-9a-f]{2})+)");

    private final Database database;

    TableDump(Database database) {
        this.database = database;
    }

    void into(Search search) throws SQLException, IOException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            // Owners are subject to the policies as well; not in this transaction, which is rolled back.
            owner.setAutoCommit(false);
            for (String table : tables(statement)) {
                statement.execute("alter table " + table + " no force row level security");
                search(table, owner, search);
            }
            owner.rollback();
        }
    }

    private static void search(String table, Connection owner, Search search) throws SQLException, IOException {
        var copy = new ByteArrayOutputStream();
        owner.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", copy);
        search.look("table " + table, copy.toByteArray());
        Matcher binary = BYTES.matcher(copy.toString(UTF_8));
        while (binary.find()) {
            search.look("table " + table, HexFormat.of().parseHex(binary.group(1)));
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
