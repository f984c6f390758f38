package ai.opsai.auth.vault;

import java.nio.file.Path;

/** Creates the vault's keyset file where there is none: {@code KeysetCommand <file>}. An existing file is kept. */
public final class KeysetCommand {

    private KeysetCommand() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: KeysetCommand <file>");
            System.exit(2);
        }
        Path file = Path.of(arguments[0]);
        boolean created = VaultKeyset.create(file);
        System.out.println((created ? "Created the vault's keyset " : "Kept the vault's keyset ") + file);
    }
}
