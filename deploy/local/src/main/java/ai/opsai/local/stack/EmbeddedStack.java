package ai.opsai.local.stack;

import ai.opsai.local.broker.Broker;
import ai.opsai.local.broker.BrokerSettings;
import ai.opsai.local.database.Postgres;
import ai.opsai.local.database.PostgresBinaries;
import ai.opsai.local.database.PostgresSettings;
import ai.opsai.local.process.Folders;
import ai.opsai.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Broker and database as processes of this machine, on free ports, with their data in a folder that goes with them. */
final class EmbeddedStack implements Stack {

    private final Path folder;
    private final Supplier<PostgresBinaries> binaries;
    private final PostgresSettings.Use use;
    private final Thread closeAtExit = new Thread(this::end, "close-stack");
    private @Nullable Broker broker;
    private @Nullable Postgres postgres;
    private @Nullable DatabaseServer databases;

    private EmbeddedStack(Supplier<PostgresBinaries> binaries, PostgresSettings.Use use) {
        this.binaries = binaries;
        this.use = use;
        try {
            this.folder = Files.createTempDirectory("opsai-stack-");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not make a folder for the stack", e);
        }
        Runtime.getRuntime().addShutdownHook(closeAtExit);
    }

    static Stack ofClassPath() {
        return new EmbeddedStack(PostgresBinaries::ofClassPath, PostgresSettings.Use.TEST);
    }

    static Stack withPostgres(Path binariesJar) {
        return new EmbeddedStack(() -> PostgresBinaries.ofJar(binariesJar), PostgresSettings.Use.TEST);
    }

    static Stack durable() {
        return new EmbeddedStack(PostgresBinaries::ofClassPath, PostgresSettings.Use.MEASUREMENT);
    }

    @Override
    public synchronized String bootstrapServers() {
        if (broker == null) {
            broker = Broker.launch(new BrokerSettings(
                    folder.resolve("kafka"), folder.resolve("kafka.log"), Ports.free(), Ports.free(), true, List.of()));
            broker.awaitReady();
        }
        return broker.bootstrapServers();
    }

    @Override
    public synchronized Database createDatabase(String word) {
        if (databases == null) {
            postgres = Postgres.launch(
                    binaries.get(),
                    new PostgresSettings(folder.resolve("postgres"), folder.resolve("postgres.log"), Ports.free(), use),
                    DatabaseServer.PASSWORD);
            databases = new DatabaseServer(postgres.awaitReady().superuser());
        }
        return databases.create(word);
    }

    @Override
    public void close() {
        end();
        if (Thread.currentThread() != closeAtExit) {
            forgetHook();
        }
    }

    private synchronized void end() {
        if (broker != null) {
            broker.stop();
            broker = null;
        }
        if (postgres != null) {
            postgres.stop();
            postgres = null;
            databases = null;
        }
        Folders.delete(folder);
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, and finds nothing left to end.
        }
    }
}
