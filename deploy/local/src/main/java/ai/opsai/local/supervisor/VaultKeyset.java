package ai.opsai.local.supervisor;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import ai.opsai.local.process.Jvm;
import ai.opsai.local.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The keys of a workspace's token vault, made as an operator makes them: by the gateway's own command. */
public final class VaultKeyset {

    private static final String COMMAND = "ai.opsai.auth.vault.KeysetCommand";
    private static final String NAME = "vault-keyset.json";

    private final Workspace workspace;

    public VaultKeyset(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The file with the keys, made by the gateway in this jar where it is missing; existing keys stay. */
    public Path ensure(Path gateway) {
        Path keyset = workspace.secrets().file(NAME);
        if (!Files.exists(keyset)) {
            make(gateway, keyset);
        }
        return keyset;
    }

    private void make(Path gateway, Path keyset) {
        Jvm jvm = Jvm.ofClassPath(gateway.toString(), COMMAND, List.of(), List.of(keyset.toString()));
        Child child = Child.start(new Command("keyset", jvm.words(), Map.of(), workspace.log("keyset"), false));
        int exitCode = child.onExit().join().exitValue();
        if (exitCode != 0 || !Files.exists(keyset)) {
            throw child.failure("could not make the vault's keyset");
        }
    }
}
