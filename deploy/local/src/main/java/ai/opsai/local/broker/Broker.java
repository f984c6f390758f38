package ai.opsai.local.broker;

import ai.opsai.local.process.Child;
import ai.opsai.local.process.Command;
import ai.opsai.local.process.Jvm;
import ai.opsai.local.process.Patience;
import ai.opsai.local.process.Ports;
import ai.opsai.local.process.Running;
import ai.opsai.local.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A running Apache Kafka broker in KRaft mode, one node, reachable on the loopback address only. */
public final class Broker implements Running {

    /** Fixed, because a single-node cluster has nobody to be told apart from. */
    private static final String CLUSTER_ID = "b3BzYWlMb2NhbEJyb2tlcg";

    private static final Duration START = Duration.ofSeconds(60);

    /** A first good end may also write a start-up cache, which takes longer than ending. */
    private static final Duration END = Duration.ofMinutes(2);

    private final BrokerSettings settings;
    private final Child child;

    private Broker(BrokerSettings settings, Child child) {
        this.settings = settings;
        this.child = child;
    }

    /** Starts the process and returns at once; {@link #awaitReady()} tells when it serves. */
    public static Broker launch(BrokerSettings settings) {
        Jvm jvm = Jvm.ofOwnClassPath(BrokerProcess.class.getName(), flags(settings), arguments(settings));
        return new Broker(
                settings, Child.start(new Command("Kafka", jvm.words(), Map.of(), settings.log(), settings.ofTest())));
    }

    private static List<String> flags(BrokerSettings settings) {
        List<String> flags = new ArrayList<>(settings.jvmFlags());
        flags.add("-Dlogback.configurationFile=ai/opsai/local/broker-logback.xml");
        flags.add("-Dkafka.logger.level=WARN");
        flags.add("-D" + BrokerProcess.END_WITH_PARENT + "=" + settings.ofTest());
        return flags;
    }

    private static List<String> arguments(BrokerSettings settings) {
        try {
            Path data = Files.createDirectories(settings.data().toAbsolutePath());
            Path properties = data.resolveSibling(data.getFileName() + ".properties");
            Files.writeString(properties, settings.properties());
            return List.of(properties.toString(), data.toString(), CLUSTER_ID);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not prepare the broker's data folder", e);
        }
    }

    /** Returns when the broker answers a request about its cluster; fails with the end of its log when it doesn't. */
    @Override
    public Broker awaitReady() {
        boolean listening = Patience.until(START, () -> !child.alive() || Ports.answers(settings.port()));
        if (!listening || !child.alive() || !answersAsCluster()) {
            throw child.failure("did not start");
        }
        return this;
    }

    private boolean answersAsCluster() {
        Map<String, Object> configuration = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) START.toMillis());
        try (Admin admin = Admin.create(configuration)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(START.toSeconds(), TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    @Override
    public Child child() {
        return child;
    }

    /** A clean shutdown where the data is kept, none where it is thrown away. */
    @Override
    public boolean stop() {
        if (settings.ofTest()) {
            child.kill();
            return false;
        }
        return child.stop(Signal.TERM, END);
    }
}
