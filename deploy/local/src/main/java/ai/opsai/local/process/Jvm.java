package ai.opsai.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a JVM with the flags that keep start-up time and memory of the local stack small. What to run is
 * a jar by its manifest, or a main class of a class path.
 */
public record Jvm(List<String> program, List<String> flags) {

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8");

    public Jvm {
        program = List.copyOf(program);
        flags = List.copyOf(flags);
    }

    /** A main class of this very class path, in a JVM of its own. */
    public static Jvm ofOwnClassPath(String mainClass, List<String> flags, List<String> arguments) {
        return ofClassPath(System.getProperty("java.class.path"), mainClass, flags, arguments);
    }

    /** A main class of another class path, which may be one jar that names the rest. */
    public static Jvm ofClassPath(String classPath, String mainClass, List<String> flags, List<String> arguments) {
        List<String> program = new ArrayList<>(List.of("-cp", classPath, mainClass));
        program.addAll(arguments);
        return new Jvm(program, flags);
    }

    /** The main class that the jar names. */
    public static Jvm ofJar(Path jar, List<String> flags) {
        return new Jvm(List.of("-jar", jar.toString()), flags);
    }

    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(SMALL);
        words.addAll(flags);
        words.addAll(program);
        return words;
    }
}
