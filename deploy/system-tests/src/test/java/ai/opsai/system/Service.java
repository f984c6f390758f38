package ai.opsai.system;

import static java.util.Objects.requireNonNull;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import ai.opsai.local.process.Jvm;
import ai.opsai.local.process.Ports;
import ai.opsai.local.process.Signal;
import ai.opsai.local.supervisor.ServiceProcess;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the three services as a process that can be killed and started again, on the same ports. */
final class Service implements AutoCloseable {

    private static final Workspace CLONE =
            new Workspace(Path.of("../..").toAbsolutePath().normalize());

    private final ServiceModule module;
    private final Path log;
    private final Map<String, Integer> ports = new HashMap<>();
    private @Nullable Child child;

    Service(ServiceModule module, Path log) {
        this.module = module;
        this.log = log;
        module.ports().keySet().forEach(name -> ports.put(name, Ports.free()));
    }

    int port(String name) {
        return requireNonNull(ports.get(name), name);
    }

    /** Returns when the service is ready to work. */
    void start(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("SERVER_PORT", Integer.toString(port("http")));
        all.put("MANAGEMENT_SERVER_PORT", Integer.toString(port("management")));
        List<String> words = Jvm.ofJar(CLONE.jar(module.module()), List.of()).words();
        URI readiness = URI.create("http://127.0.0.1:" + port("management") + "/actuator/health/readiness");
        ServiceProcess process = ServiceProcess.launch(new Command(module.word(), words, all, log, false), readiness);
        child = process.child();
        process.awaitReady();
    }

    /** As a crash does: no shutdown hook runs. */
    void kill() {
        if (child != null) {
            child.kill();
        }
    }

    @Override
    public void close() {
        if (child != null) {
            child.stop(Signal.TERM, Duration.ofSeconds(20));
        }
    }

    Path log() {
        return log;
    }
}
