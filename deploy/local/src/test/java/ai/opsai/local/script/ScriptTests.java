package ai.opsai.local.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The root script in a clone of its own, with JDKs that are folders and a Maven that only says what it was asked. */
final class ScriptTests {

    private final Path folder;
    private final Path clone;

    ScriptTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.clone = Files.createDirectories(folder.resolve("clone"));
        Files.copy(Path.of("../../opsai"), clone.resolve("opsai"));
        executable(clone.resolve("mvnw"), "echo \"[INFO] Building Opsai Local 0.1 [1/1]\"; exit ${MAVEN_RESULT:-0}");
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path jdk(String name, int version) throws IOException {
        Path home = folder.resolve(name);
        executable(home.resolve("bin/java"), "echo \"java of " + name + "\"; echo \"$@\"");
        executable(home.resolve("bin/javac"), "true");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        return home;
    }

    private record Run(int exitCode, String text) {}

    private Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        String[] words = new String[arguments.length + 2];
        words[0] = "/bin/bash";
        words[1] = clone.resolve("opsai").toString();
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString(), "OPSAI_JDK_FOLDER", "/none"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), text);
    }

    @Test
    void withoutACommandItListsThem() throws IOException, InterruptedException {
        Run run = run(Map.of());
        assertThat(run.exitCode()).isZero();
        assertThat(run.text()).contains("up ", "down ", "status ", "demo ", "test ", "logs ", "psql ", "migrate ");
    }

    @Test
    void anOldJdkInJavaHomeDoesNotHideTheRightOneElsewhere() throws IOException, InterruptedException {
        Path old = jdk("old", 17);
        jdk(".sdkman/candidates/java/25-tem", 25);
        Run run = run(Map.of("JAVA_HOME", old.toString()), "up");
        assertThat(run.text()).contains("java of .sdkman/candidates/java/25-tem", "local.jar up");
    }

    @Test
    void theFolderOfTheDistributionIsSearched() throws IOException, InterruptedException {
        jdk("jvm/java-21", 21);
        jdk("jvm/java-26", 26);
        Run run = run(Map.of("OPSAI_JDK_FOLDER", folder.resolve("jvm").toString()), "up");
        assertThat(run.text()).contains("java of jvm/java-26");
    }

    @Test
    void aFailedBuildEndsTheCommand() throws IOException, InterruptedException {
        Path home = jdk("good", 25);
        Run run = run(Map.of("JAVA_HOME", home.toString(), "MAVEN_RESULT", "1"), "up");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.text()).contains("the build failed").doesNotContain("java of good");
    }

    @Test
    void whatIsBuiltIsNotBuiltAgainUntilASourceChanges() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("good", 25).toString());
        for (String module :
                new String[] {"auth-service", "sampler-service", "organizer-service", "deploy/local", "deploy/sandbox"
                }) {
            Path jar = clone.resolve(module).resolve("target/" + Path.of(module).getFileName() + ".jar");
            Files.createDirectories(jar.getParent());
            Files.writeString(jar, "jar");
        }
        assertThat(run(environment, "up").text()).contains("Building");
        assertThat(run(environment, "up").text()).doesNotContain("Building");
        Files.createDirectories(clone.resolve("auth-service/src/main"));
        assertThat(run(environment, "down").text()).doesNotContain("Building");
        assertThat(run(environment, "up").text()).contains("Building");
    }

    @Test
    void onlyWhoMeasuresBuildsTheBenchmarks() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("JAVA_HOME", jdk("good", 25).toString());
        executable(clone.resolve("mvnw"), "echo \"asked for $@\"");
        Path log = clone.resolve(".opsai/build.log");

        run(environment, "up");
        assertThat(log).content().contains("deploy/local,deploy/sandbox ").doesNotContain("benchmarks");
        Run bench = run(environment, "bench", "token-endpoint", "--json");
        assertThat(log).content().contains("deploy/local,deploy/sandbox,deploy/benchmarks ");
        assertThat(bench.text()).contains("benchmarks.jar token-endpoint --json");
    }

    @Test
    void testsEndWithTheSumOfAllModules() throws IOException, InterruptedException {
        Path home = jdk("good", 25);
        Path reports = clone.resolve("target/surefire-reports");
        String report = "<testsuite name='x' tests=\\\"3\\\" errors=\\\"0\\\" skipped=\\\"1\\\" failures=\\\"0\\\">";
        executable(
                clone.resolve("mvnw"),
                "sleep 0.1; mkdir -p " + reports + "; echo \"" + report + "\" | tee " + reports + "/TEST-a.xml "
                        + reports + "/TEST-b.xml");
        Run run = run(Map.of("JAVA_HOME", home.toString()), "test");
        assertThat(run.text())
                .endsWith("Tests run: 6, Failures: 0, Errors: 0, Skipped: 2\n4 passed, 0 failed, 2 skipped\n");
    }
}
