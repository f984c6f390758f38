package ai.opsai.benchmarks.samplers;

import ai.opsai.local.process.Command;
import ai.opsai.local.process.Jvm;
import ai.opsai.local.process.Ports;
import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import ai.opsai.local.supervisor.ServiceProcess;
import ai.opsai.local.workspace.AssertionKeys;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Any number of samplers on one broker and one database that waits for its disk. */
public final class Samplers implements AutoCloseable {

    private static final ServiceModule SAMPLER = ServiceModule.SAMPLER;
    private static final List<String> SERVER = List.of("-XX:TieredStopAtLevel=4");

    private final Workspace clone;
    private final Workspace files;
    private final Stack stack = Stack.durable();
    private final Database database;
    private final SlowWorld world;
    private final List<ServiceProcess> running = new ArrayList<>();

    /** @param latency of each answer of the provider */
    public Samplers(Workspace clone, Duration latency) {
        this.clone = clone;
        this.files = new Workspace(clone.data("benchmarks"));
        this.database = stack.createDatabase("bench").migrate(SAMPLER.schema(), clone.migrations(SAMPLER.module()));
        this.world = new SlowWorld(latency);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-samplers"));
    }

    /** Starts so many, one after the other, each for so many samples at once; returns when they work. */
    public void start(int count, int workers) {
        for (int i = 0; i < count; i++) {
            int management = Ports.free();
            Command command = new Command(
                    SAMPLER.module(),
                    Jvm.ofJar(clone.jar(SAMPLER.module()), SERVER).words(),
                    environment(management, workers),
                    files.log(SAMPLER.module()),
                    false);
            URI readiness = URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness");
            ServiceProcess sampler = ServiceProcess.launch(command, readiness);
            running.add(sampler);
            sampler.awaitReady();
        }
    }

    public void stop() {
        running.forEach(ServiceProcess::stop);
        running.clear();
    }

    public Crowd crowd() {
        return new Crowd(stack.bootstrapServers());
    }

    private Map<String, String> environment(int management, int workers) {
        AssertionKeys keys = new AssertionKeys(files.secrets());
        keys.ensure(List.of("auth", "sampler"));
        Map<String, String> all = new HashMap<>();
        all.put("SERVER_PORT", String.valueOf(Ports.free()));
        all.put("MANAGEMENT_SERVER_PORT", String.valueOf(management));
        all.put("DATABASE_URL", database.jdbcUrl());
        all.put("OPSAI_DATABASE_PASSWORD", database.rolePassword());
        all.put("KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers());
        all.put("DB_SCHEDULER_THREADS", String.valueOf(workers));
        all.put("OPSAI_MESSAGING_PARTITIONS", "6");
        all.put("OPSAI_ASSERTION_KEY_FILE", keys.privateKey("sampler").toString());
        all.put("OPSAI_ASSERTION_TRUSTED_KEYS_FILE", keys.trustedKeys().toString());
        all.put("OPSAI_GATEWAY_INTERNAL_URL", world.gateway());
        all.put("OPSAI_PROVIDERS_DIR", providers().toString());
        all.put("OPSAI_OUTBOUND_ALLOW_PRIVATE", "true");
        return all;
    }

    private Path providers() {
        Path folder = files.data("providers");
        try {
            Path slow = Files.createDirectories(folder.resolve("slow"));
            for (String name : List.of("manifest.yaml", "provider.yaml")) {
                try (InputStream in = Objects.requireNonNull(Samplers.class.getResourceAsStream(name), name)) {
                    Files.copy(in, slow.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        world.close();
        stack.close();
    }
}
