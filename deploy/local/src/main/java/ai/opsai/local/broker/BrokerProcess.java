package ai.opsai.local.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * The main class of the broker's own JVM: formats the data folder when it is new, then runs Kafka. Both in one JVM,
 * because starting a second one only to format costs a second of every first start.
 */
final class BrokerProcess {

    static final String END_WITH_PARENT = "opsai.end-with-parent";

    private BrokerProcess() {}

    public static void main(String[] arguments) {
        String properties = arguments[0];
        Path data = Path.of(arguments[1]);
        if (Boolean.getBoolean(END_WITH_PARENT)) {
            Thread.ofPlatform().daemon().name("parent-watch").start(BrokerProcess::haltWhenInputCloses);
        }
        if (!Files.exists(data.resolve("meta.properties")) && format(properties, arguments[2]) != 0) {
            Runtime.getRuntime().halt(1);
        }
        Kafka.main(new String[] {properties});
    }

    private static int format(String properties, String clusterId) {
        String[] arguments = {"format", "--standalone", "-t", clusterId, "-c", properties};
        return StorageTool.execute(arguments, System.out);
    }

    /** A killed parent can't end its children; the pipe that it held to them closes all the same. */
    private static void haltWhenInputCloses() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe tells the same as a closed one.
        }
        Runtime.getRuntime().halt(0);
    }
}
