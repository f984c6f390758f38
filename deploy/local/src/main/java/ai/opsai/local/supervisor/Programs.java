package ai.opsai.local.supervisor;

import ai.opsai.local.process.Command;
import ai.opsai.local.process.Jvm;
import ai.opsai.local.process.Running;
import ai.opsai.local.workspace.AssertionKeys;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Our own programs: the services, the sandbox, and the one that makes the vault's keyset. */
final class Programs {

    private final Workspace workspace;
    private final ServiceEnvironment environment;

    Programs(Workspace workspace, ServiceEnvironment environment) {
        this.workspace = workspace;
        this.environment = environment;
    }

    Running launchSandbox() {
        AotCache cache = cache(StackPlan.SANDBOX_MODULE, StackPlan.SANDBOX);
        Command command = command(StackPlan.SANDBOX, StackPlan.SANDBOX_MODULE, cache.flags(), Map.of());
        URI readiness = URI.create("http://localhost:" + StackPlan.SANDBOX_PORT + "/");
        return new CachedRunning(ServiceProcess.launch(command, readiness), cache);
    }

    Running launch(ServiceInstance instance) {
        String module = instance.service().module();
        AotCache cache = cache(module, module);
        List<String> flags = instance.name().equals(module) ? cache.flags() : cache.flagsOfFurther();
        Command command = command(instance.name(), module, flags, environment.of(instance));
        URI readiness = URI.create("http://127.0.0.1:" + instance.port("management") + "/actuator/health/readiness");
        ServiceProcess process = ServiceProcess.launch(command, readiness);
        return instance.name().equals(module) ? new CachedRunning(process, cache) : process;
    }

    private AotCache cache(String module, String program) {
        return AotCache.of(workspace.caches(), program, workspace.installedJar(module));
    }

    private Command command(String name, String module, List<String> flags, Map<String, String> variables) {
        Jvm jvm = Jvm.ofJar(workspace.installedJar(module), flags);
        return new Command(name, jvm.words(), variables, workspace.log(name), false);
    }

    /** Makes what the services need to trust each other and to keep tokens; existing keys stay. */
    void ensureKeys() {
        new AssertionKeys(workspace.secrets())
                .ensure(Stream.of(ServiceModule.values())
                        .map(ServiceModule::word)
                        .toList());
        new VaultKeyset(workspace).ensure(workspace.installedJar(ServiceModule.AUTH.module()));
    }
}
