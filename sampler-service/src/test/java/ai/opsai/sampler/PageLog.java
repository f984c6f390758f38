package ai.opsai.sampler;

import ai.opsai.local.stack.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Remembers every page that was stored, also after its job has ended, and counts what the database holds. */
final class PageLog {

    private final Database database;

    private PageLog(Database database) {
        this.database = database;
    }

    record Stored(UUID connection, String key, Instant at) {}

    /** From now on. */
    static PageLog of(Database database) throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    create table public.stored_page (job_id uuid, page_key text, stored_at timestamptz);
                    create function public.note_page() returns trigger language plpgsql security definer as $$
                    begin
                        insert into public.stored_page values (new.job_id, new.page_key, clock_timestamp());
                        return new;
                    end $$;
                    create trigger note_page after insert on sampling.sampling_page
                        for each row execute function public.note_page();
                    create policy test on sampling.sampling_job for select to current_user using (true);
                    create policy test on sampling.sampling_page for select to current_user using (true);
                    create policy test on sampling.tenant_sample_data for select to current_user using (true);""");
        }
        return new PageLog(database);
    }

    List<Stored> stored() throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("""
                        select j.connection_id, p.page_key, p.stored_at
                        from public.stored_page p join sampling.sampling_job j using (job_id)""")) {
            var pages = new ArrayList<Stored>();
            while (row.next()) {
                pages.add(new Stored(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()));
            }
            return pages;
        }
    }

    /** The one number that the query gives. */
    long number(String sql) throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
