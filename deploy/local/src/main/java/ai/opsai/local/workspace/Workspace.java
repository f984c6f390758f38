package ai.opsai.local.workspace;

import java.nio.file.Path;

/** The clone that a stack belongs to. Everything the stack writes lies under its {@code .opsai}. */
public record Workspace(Path root) {

    /** The clone that the command was started in; the script says which. */
    public static Workspace ofThisProcess() {
        return new Workspace(
                Path.of(System.getProperty("opsai.root", "")).toAbsolutePath().normalize());
    }

    public Path home() {
        return root.resolve(".opsai");
    }

    public Path stateFile() {
        return home().resolve("run/state.json");
    }

    public Path lockFile() {
        return home().resolve("run/supervisor.lock");
    }

    public Path log(String part) {
        return home().resolve("logs").resolve(part + ".log");
    }

    public Path data(String part) {
        return home().resolve(part);
    }

    public Path caches() {
        return home().resolve("aot");
    }

    public Secrets secrets() {
        return new Secrets(home().resolve("secrets"));
    }

    /** Where the build leaves a runnable module. */
    public Path jar(String module) {
        return root.resolve(module).resolve("target").resolve(artifact(module) + ".jar");
    }

    /** Where the stack runs a module from, out of the way of the next build. */
    public Path installedJar(String module) {
        return home().resolve("programs").resolve(artifact(module)).resolve(artifact(module) + ".jar");
    }

    private static Path artifact(String module) {
        return Path.of(module).getFileName();
    }

    /** The plain SQL of a service. */
    public Path migrations(String module) {
        return root.resolve(module).resolve("src/main/resources/db/migration");
    }
}
