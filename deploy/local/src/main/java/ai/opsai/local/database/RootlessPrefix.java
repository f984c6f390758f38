package ai.opsai.local.database;

import ai.opsai.local.process.StartFailure;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. In a user namespace without a mapping root is nobody, so the server runs there
 * and its files stay ours.
 */
final class RootlessPrefix {

    private static final List<String> UNSHARE = List.of("unshare", "-U");

    private RootlessPrefix() {}

    /** The words to put before a command of PostgreSQL: none for anyone but root. */
    static List<String> ofThisUser() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!works()) {
            throw new StartFailure(
                    "PostgreSQL does not run as root, and this machine does not let root make a user namespace"
                            + " (unshare -U): run as another user, allow user namespaces"
                            + " (sysctl user.max_user_namespaces; in a container the seccomp profile),"
                            + " or set DATABASE_URL to a server of your own.",
                    List.of());
        }
        return UNSHARE;
    }

    private static boolean works() {
        try {
            Process process = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
