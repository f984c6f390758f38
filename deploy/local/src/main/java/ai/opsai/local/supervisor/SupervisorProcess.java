package ai.opsai.local.supervisor;

import ai.opsai.local.workspace.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * The main class of the background process. A lock that the system gives back when the process ends, however it ends,
 * keeps a second one of the same clone away.
 */
public final class SupervisorProcess {

    /** Where the logging configuration of the command line and of this process lies. */
    public static final String LOGGING = "-Dlogback.configurationFile=ai/opsai/local/supervisor-logback.xml";

    private static final Logger LOG = LoggerFactory.getLogger(SupervisorProcess.class);

    private SupervisorProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        StackFlags flags = CommandLine.populateCommand(new StackFlags(), arguments);
        Workspace workspace = Workspace.ofThisProcess();
        Path lockFile = workspace.lockFile();
        Files.createDirectories(lockFile.getParent());
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                LOG.error("Another supervisor runs in this clone");
                System.exit(1);
            }
            run(workspace, flags);
        }
    }

    private static void run(Workspace workspace, StackFlags flags) throws InterruptedException {
        StackPlan plan = StackPlan.of(flags.options(), ExternalServers.of(System.getenv()));
        Supervisor supervisor = Supervisor.of(workspace, plan, System.getenv(), Clock.systemUTC());
        StateFile file = new StateFile(workspace.stateFile());
        Thread stop = new Thread(() -> stop(supervisor, file), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            supervisor.up();
            supervisor.board().phase(StackState.Phase.READY);
        } catch (RuntimeException e) {
            if (!supervisor.stopping()) {
                Runtime.getRuntime().removeShutdownHook(stop);
                giveUp(supervisor, e);
            }
        }
        new CountDownLatch(1).await();
    }

    private static void giveUp(Supervisor supervisor, RuntimeException cause) {
        LOG.error("Start failed", cause);
        supervisor.down();
        supervisor.board().failed(String.valueOf(cause.getMessage()));
        System.exit(1);
    }

    private static void stop(Supervisor supervisor, StateFile file) {
        supervisor.board().phase(StackState.Phase.STOPPING);
        supervisor.down();
        file.delete();
    }
}
