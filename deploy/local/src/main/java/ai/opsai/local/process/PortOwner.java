package ai.opsai.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who listens on a port, where the system tells: Linux does, for the processes that this user may look into. */
public final class PortOwner {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortOwner() {}

    /** The process in words, for example {@code java (process 4711)}. */
    public static Optional<String> of(int port) {
        Set<String> sockets = new HashSet<>();
        collect(Path.of("/proc/net/tcp"), port, sockets);
        collect(Path.of("/proc/net/tcp6"), port, sockets);
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process.pid(), sockets))
                        .findFirst()
                        .map(PortOwner::words);
    }

    private static void collect(Path table, int port, Set<String> sockets) {
        try {
            String suffix = ":%04X".formatted(port);
            for (String line : Files.readAllLines(table)) {
                List<String> columns = List.of(line.strip().split("\\s+"));
                if (columns.size() > INODE
                        && columns.get(LOCAL_ADDRESS).endsWith(suffix)
                        && columns.get(STATE).equals(LISTENING)) {
                    sockets.add("socket:[" + columns.get(INODE) + "]");
                }
            }
        } catch (IOException e) {
            // No such table on this system: the owner stays unknown.
        }
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException e) {
            // Another user's process, or one that has just ended.
        }
        return false;
    }

    private static String words(ProcessHandle process) {
        String command = process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("a program");
        return command + " (process " + process.pid() + ")";
    }
}
