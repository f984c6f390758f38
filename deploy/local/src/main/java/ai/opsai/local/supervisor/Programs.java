package ai.opsai.local.supervisor;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import ai.opsai.local.process.Jvm;
import ai.opsai.local.process.Running;
import ai.opsai.local.workspace.AssertionKeys;
import ai.opsai.local.workspace.ServiceModule;
import ai.opsai.local.workspace.Workspace;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Our own programs: the services, the sandbox, and the one that makes the vault's keyset. */
final class Programs {

    private static final String KEYSET_COMMAND = "ai.opsai.auth.token.KeysetCommand";
    private static final String KEYSET = "vault-keyset.json";

    private final Workspace workspace;
    private final ServiceEnvironment environment;

    Programs(Workspace workspace, ServiceEnvironment environment) {
        this.workspace = workspace;
        this.environment = environment;
    }

    Running launchSandbox() {
        URI readiness = URI.create("http://localhost:" + StackPlan.SANDBOX_PORT + "/");
        return launch(StackPlan.SANDBOX, StackPlan.SANDBOX_MODULE, Map.of(), readiness);
    }

    Running launch(ServiceInstance instance) {
        URI readiness = URI.create("http://127.0.0.1:" + instance.port("management") + "/actuator/health/readiness");
        return launch(instance.name(), instance.service().module(), environment.of(instance), readiness);
    }

    private Running launch(String name, String module, Map<String, String> variables, URI readiness) {
        Path jar = workspace.jar(module);
        AotCache cache = AotCache.of(workspace.caches(), name, jar);
        Jvm jvm = Jvm.ofJar(jar, cache.flags());
        Command command = new Command(name, jvm.words(), variables, workspace.log(name), false);
        return new CachedRunning(ServiceProcess.launch(command, readiness), cache);
    }

    /** Makes what the services need to trust each other and to keep tokens; existing keys stay. */
    void ensureKeys() {
        new AssertionKeys(workspace.secrets())
                .ensure(Stream.of(ServiceModule.values())
                        .map(ServiceModule::word)
                        .toList());
        Path keyset = workspace.secrets().file(KEYSET);
        if (!Files.exists(keyset)) {
            makeKeyset(keyset);
        }
    }

    private void makeKeyset(Path keyset) {
        Jvm jvm = Jvm.ofClassPath(
                workspace.jar(ServiceModule.AUTH.module()).toString(),
                KEYSET_COMMAND,
                List.of(),
                List.of(keyset.toString()));
        Child child = Child.start(new Command("keyset", jvm.words(), Map.of(), workspace.log("keyset"), false));
        int exitCode = child.onExit().join().exitValue();
        if (exitCode != 0 || !Files.exists(keyset)) {
            throw child.failure("could not make the vault's keyset");
        }
    }
}
