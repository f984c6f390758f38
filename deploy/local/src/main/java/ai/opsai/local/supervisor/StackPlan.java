package ai.opsai.local.supervisor;

import ai.opsai.local.process.Ports;
import ai.opsai.local.supervisor.PartState.Condition;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which parts a stack has and where they listen, in the order of their start. */
public final class StackPlan {

    public static final String POSTGRES = "postgresql";
    public static final String KAFKA = "kafka";
    public static final String SANDBOX = "sandbox";

    static final String SANDBOX_MODULE = "deploy/sandbox";

    /** This module: broker and supervisor run from it. */
    static final String LOCAL_MODULE = "deploy/local";

    static final int POSTGRES_PORT = 7254;
    static final int KAFKA_PORT = 7292;
    static final int KAFKA_CONTROLLER_PORT = 7293;
    static final int SANDBOX_PORT = 7280;

    private final StackOptions options;
    private final ExternalServers external;
    private final List<ServiceInstance> services;

    private StackPlan(StackOptions options, ExternalServers external, List<ServiceInstance> services) {
        this.options = options;
        this.external = external;
        this.services = services;
    }

    /** Takes free ports for further samplers. */
    public static StackPlan of(StackOptions options, ExternalServers external) {
        List<ServiceInstance> services = new ArrayList<>();
        for (ServiceModule service : ServiceModule.values()) {
            services.add(new ServiceInstance(service.module(), service, service.ports()));
        }
        for (int number = 2; number <= options.samplers(); number++) {
            services.add(new ServiceInstance(
                    ServiceModule.SAMPLER.module() + "-" + number,
                    ServiceModule.SAMPLER,
                    Map.of("http", Ports.free(), "management", Ports.free())));
        }
        return new StackPlan(options, external, List.copyOf(services));
    }

    List<ServiceInstance> services() {
        return services;
    }

    StackOptions options() {
        return options;
    }

    ExternalServers external() {
        return external;
    }

    /** What must have been built for this plan, as modules. */
    public List<String> modules() {
        List<String> modules = new ArrayList<>(List.of(LOCAL_MODULE));
        if (options.sandbox()) {
            modules.add(SANDBOX_MODULE);
        }
        for (ServiceModule service : ServiceModule.values()) {
            modules.add(service.module());
        }
        return modules;
    }

    /** The ports that must be free before anything starts, each with the part that wants it. */
    public Map<Integer, String> ports() {
        Map<Integer, String> wanted = new LinkedHashMap<>();
        for (PartState part : parts(new Workspace(Path.of("")), Instant.EPOCH)) {
            if (part.condition() != Condition.EXTERNAL) {
                part.ports().values().forEach(port -> wanted.put(port, part.name()));
            }
        }
        return wanted;
    }

    /** The state before the start. */
    List<PartState> parts(Workspace workspace, Instant now) {
        List<PartState> parts = new ArrayList<>();
        parts.add(
                external.database() == null
                        ? waiting(POSTGRES, Map.of("postgresql", POSTGRES_PORT), workspace, now)
                        : external(POSTGRES, external.database().jdbcUrl(), now));
        parts.add(
                external.bootstrapServers() == null
                        ? waiting(
                                KAFKA, Map.of("kafka", KAFKA_PORT, "controller", KAFKA_CONTROLLER_PORT), workspace, now)
                        : external(KAFKA, external.bootstrapServers(), now));
        if (options.sandbox()) {
            parts.add(waiting(SANDBOX, Map.of("http", SANDBOX_PORT), workspace, now));
        }
        services.forEach(service -> parts.add(waiting(service.name(), service.ports(), workspace, now)));
        return parts;
    }

    private static PartState waiting(String name, Map<String, Integer> ports, Workspace workspace, Instant now) {
        String log = workspace.log(name).toString();
        return new PartState(name, Condition.WAITING, ports, null, now, 0, log, null);
    }

    private static PartState external(String name, String address, Instant now) {
        return new PartState(name, Condition.EXTERNAL, Map.of(), null, now, 0, null, address);
    }
}
