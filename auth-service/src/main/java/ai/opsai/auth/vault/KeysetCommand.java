package ai.opsai.auth.vault;

import java.nio.file.Path;

/**
 * The vault's keyset file: {@code KeysetCommand <file>} creates it where there is none and keeps an existing one,
 * {@code KeysetCommand --rotate <file>} adds a key that wraps from then on.
 */
public final class KeysetCommand {

    private KeysetCommand() {}

    public static void main(String[] arguments) {
        if (arguments.length == 1 && !arguments[0].startsWith("-")) {
            boolean created = KeysetFile.create(Path.of(arguments[0]));
            System.out.println(
                    (created ? "Created the vault's keyset " : "Kept the vault's keyset ") + Path.of(arguments[0]));
        } else if (arguments.length == 2 && arguments[0].equals("--rotate")) {
            KeysetFile.rotate(Path.of(arguments[1]));
            System.out.println("Added a new primary key to " + Path.of(arguments[1]));
        } else {
            System.err.println("usage: KeysetCommand [--rotate] <file>");
            System.exit(2);
        }
    }
}
