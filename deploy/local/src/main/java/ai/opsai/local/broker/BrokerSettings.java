package ai.opsai.local.broker;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a broker keeps its data and listens. Data that outlives the process belongs to the stack a person uses;
 * a broker of a test ends with the JVM that started it.
 */
public record BrokerSettings(Path data, Path log, int port, int controllerPort, boolean ofTest, List<String> jvmFlags) {

    public BrokerSettings {
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** The broker's own configuration: one node that is broker and controller at once, quick to notice dead consumers. */
    String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=1
                default.replication.factor=1
                offsets.topic.num.partitions=3
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=3
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.consumer.min.heartbeat.interval.ms=500
                group.consumer.heartbeat.interval.ms=1000
                group.consumer.min.session.timeout.ms=5000
                group.consumer.session.timeout.ms=10000
                log.cleaner.dedupe.buffer.size=2097152
                log.cleaner.threads=1
                num.network.threads=2
                num.io.threads=4
                """.formatted(port, controllerPort, data.toAbsolutePath());
    }
}
