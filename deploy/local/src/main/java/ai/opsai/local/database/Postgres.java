package ai.opsai.local.database;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import ai.opsai.local.process.Patience;
import ai.opsai.local.process.Running;
import ai.opsai.local.process.Signal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running PostgreSQL server on the loopback address; its superuser is used to make databases and owners only. */
public final class Postgres implements Running {

    private static final Duration START = Duration.ofSeconds(60);

    private final Child child;
    private final DatabaseAddress superuser;
    private final @Nullable Child watch;

    private Postgres(Child child, DatabaseAddress superuser, @Nullable Child watch) {
        this.child = child;
        this.superuser = superuser;
        this.watch = watch;
    }

    /** Makes the data folder when it is new and starts the process; {@link #awaitReady()} tells when it serves. */
    public static Postgres launch(PostgresBinaries binaries, PostgresSettings settings, String password) {
        List<String> prefix = RootlessPrefix.ofThisUser();
        if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
            new Cluster(binaries, prefix).create(settings, password);
        }
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(
                binaries.program("postgres").toString(),
                "-D",
                settings.data().toAbsolutePath().toString()));
        settings.parameters().forEach(parameter -> words.addAll(List.of("-c", parameter)));
        Child child = Child.start(new Command("PostgreSQL", words, Map.of(), settings.log(), false));
        return new Postgres(
                child,
                DatabaseAddress.ofLocal(settings.port(), "postgres", Cluster.SUPERUSER, password),
                settings.endsWithParent() ? ParentWatch.over(child, settings.log()) : null);
    }

    /** Returns when a login works; fails with the end of its log when none does. */
    @Override
    public Postgres awaitReady() {
        if (!Patience.until(START, () -> !child.alive() || loginWorks()) || !child.alive()) {
            throw child.failure("did not start");
        }
        return this;
    }

    private boolean loginWorks() {
        try (Connection connection = superuser.connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The login that may do everything, to the server's own database. */
    public DatabaseAddress superuser() {
        return superuser;
    }

    @Override
    public Child child() {
        return child;
    }

    /** Closes client connections and ends; nothing is lost. */
    @Override
    public boolean stop() {
        if (watch != null) {
            watch.kill();
        }
        return child.stop(Signal.INT, Duration.ofSeconds(20));
    }
}
