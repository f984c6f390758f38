package ai.opsai.local.stack;

import ai.opsai.local.database.DatabaseAddress;
import com.github.dockerjava.api.exception.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same two parts as containers. Images are never pulled: a test run must not depend on the network. */
final class ContainerStack implements Stack {

    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

    private @Nullable KafkaContainer kafka;
    private @Nullable PostgreSQLContainer postgres;
    private @Nullable DatabaseServer databases;

    /** Whether a daemon answers and has both images. */
    static boolean available() {
        DockerClientFactory docker = DockerClientFactory.instance();
        return docker.isDockerAvailable() && has(docker, POSTGRES_IMAGE) && has(docker, KAFKA_IMAGE);
    }

    private static boolean has(DockerClientFactory docker, String image) {
        try {
            docker.client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @Override
    public synchronized String bootstrapServers() {
        if (kafka == null) {
            kafka = new KafkaContainer(KAFKA_IMAGE);
            kafka.start();
        }
        return kafka.getBootstrapServers();
    }

    @Override
    public synchronized Database createDatabase(String word) {
        if (databases == null) {
            postgres = new PostgreSQLContainer(POSTGRES_IMAGE).withPassword(DatabaseServer.PASSWORD);
            postgres.start();
            databases = new DatabaseServer(
                    new DatabaseAddress(postgres.getJdbcUrl(), postgres.getUsername(), DatabaseServer.PASSWORD));
        }
        return databases.create(word);
    }

    @Override
    public synchronized void close() {
        if (kafka != null) {
            kafka.stop();
            kafka = null;
        }
        if (postgres != null) {
            postgres.stop();
            postgres = null;
            databases = null;
        }
    }
}
