package ai.opsai.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM with the flags that keep start-up time and memory of the local stack small. */
public record Jvm(String classPath, String mainClass, List<String> flags, List<String> arguments) {

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8");

    public Jvm {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
    }

    /** A main class of this very class path, in a JVM of its own. */
    public static Jvm ofOwnClassPath(Class<?> mainClass, List<String> flags, List<String> arguments) {
        return new Jvm(System.getProperty("java.class.path"), mainClass.getName(), flags, arguments);
    }

    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(SMALL);
        words.addAll(flags);
        words.addAll(List.of("-cp", classPath, mainClass));
        words.addAll(arguments);
        return words;
    }
}
