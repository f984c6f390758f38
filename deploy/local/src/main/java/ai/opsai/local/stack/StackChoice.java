package ai.opsai.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Containers where they can be had without a download, else the embedded parts. */
final class StackChoice {

    private StackChoice() {}

    static Stack start() {
        return dockerMayAnswer() && testcontainersPresent() && ContainerStack.available()
                ? new ContainerStack()
                : EmbeddedStack.ofClassPath();
    }

    /** Cheap, and no warnings about strategies: without a socket no daemon answers. */
    private static boolean dockerMayAnswer() {
        return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }

    private static boolean testcontainersPresent() {
        return StackChoice.class.getClassLoader().getResource("org/testcontainers/postgresql/PostgreSQLContainer.class")
                != null;
    }
}
