package ai.opsai.auth;

import ai.opsai.auth.vault.KeysetCommand;
import ai.opsai.auth.vault.TestFolders;
import ai.opsai.local.stack.Database;
import ai.opsai.local.stack.Stack;
import ai.opsai.platform.assertion.ServiceAssertions;
import ai.opsai.platform.outbound.OutboundHttp;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway as it really runs, on a real broker and database, between the parts of a {@link FakeWorld}. */
final class Gateway implements AutoCloseable {

    final FakeWorld world = new FakeWorld();
    final Database database;
    final int port = freePort();
    final int internalPort = freePort();
    private final ECKey samplerKey = key("sampler");
    private final Path folder = TestFolders.create("gateway-keys-");
    private final String[] arguments;
    private final UnaryOperator<Object> replaced;
    private final Clock clock;
    private ConfigurableApplicationContext context;

    Gateway(Map<String, String> settings) {
        this(world -> settings);
    }

    /** With settings that name addresses of its world. */
    Gateway(Function<FakeWorld, Map<String, String>> settings) {
        this(settings, UnaryOperator.identity(), Clock.systemUTC());
    }

    /** By whose clock it is as late as a test says. */
    Gateway(Function<FakeWorld, Map<String, String>> settings, Clock clock) {
        this(settings, bean -> bean instanceof Clock ? clock : bean, clock);
    }

    /** Whose calls to providers go elsewhere than where they are addressed. */
    Gateway(Map<String, String> settings, UnaryOperator<OutboundHttp> outside) {
        this(
                world -> settings,
                bean -> bean instanceof OutboundHttp http ? outside.apply(http) : bean,
                Clock.systemUTC());
    }

    private Gateway(Function<FakeWorld, Map<String, String>> settings, UnaryOperator<Object> replaced, Clock clock) {
        this.replaced = replaced;
        this.clock = clock;
        database = Stack.shared()
                .createDatabase("gateway")
                .migrate("connections", Path.of("src/main/resources/db/migration"));
        arguments = arguments(settings.apply(world));
        context = run(arguments);
    }

    /** Stops, and starts with other settings; what is stored stays. */
    void restart(Map<String, String> settings) {
        context.close();
        context = run(Stream.concat(Arrays.stream(arguments), lines(settings)).toArray(String[]::new));
    }

    private ConfigurableApplicationContext run(String... words) {
        SpringApplication application = new SpringApplication(AuthService.class);
        application.addInitializers(starting -> starting.getBeanFactory().addBeanPostProcessor(replacing()));
        return application.run(words);
    }

    private BeanPostProcessor replacing() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return replaced.apply(bean);
            }
        };
    }

    static Gateway start() {
        return new Gateway(Map.of());
    }

    Browser browser() {
        return new Browser("http://localhost:" + port);
    }

    Browser internal() {
        return new Browser("http://127.0.0.1:" + internalPort);
    }

    ServiceAssertions sampler() {
        return new ServiceAssertions("sampler", samplerKey, clock);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private String[] arguments(Map<String, String> settings) {
        try {
            ECKey own = key("auth");
            Files.writeString(folder.resolve("auth.jwk"), own.toJSONString());
            Files.writeString(
                    folder.resolve("trusted.jwks"),
                    new JWKSet(List.of(own.toPublicJWK(), samplerKey.toPublicJWK())).toString());
            KeysetCommand.main(new String[] {folder.resolve("vault.json").toString()});
            List<String> arguments = new ArrayList<>(List.of(
                    "--server.port=" + port,
                    "--opsai.internal.port=" + internalPort,
                    "--management.server.port=" + freePort(),
                    "--opsai.public-url=http://localhost:" + port,
                    "--DATABASE_URL=" + database.jdbcUrl(),
                    "--opsai.database.password=" + database.rolePassword(),
                    "--KAFKA_BOOTSTRAP_SERVERS=" + Stack.shared().bootstrapServers(),
                    "--opsai.messaging.group=gateway-" + database.name(),
                    "--opsai.messaging.partitions=3",
                    "--opsai.vault.keyset-file=" + folder.resolve("vault.json"),
                    "--opsai.assertion.key-file=" + folder.resolve("auth.jwk"),
                    "--opsai.assertion.trusted-keys-file=" + folder.resolve("trusted.jwks"),
                    "--opsai.outbound.allow-private=true",
                    "--opsai.rate-limits.starts-per-minute=1000000",
                    "--opsai.rate-limits.clients-per-minute=1000000",
                    "--opsai.sampler.url=" + world.url(""),
                    "--opsai.organizer.url=" + world.url(""),
                    "--opsai.providers.github.authorization-uri=" + world.url("/authorize"),
                    "--opsai.providers.github.token-uri=" + world.url("/token"),
                    "--opsai.providers.github.api-base=" + world.url("/api"),
                    "--opsai.providers.github.client-id=client",
                    "--opsai.providers.github.client-secret=hush",
                    "--opsai.providers.github.webhook-secret=hook"));
            arguments.removeIf(argument -> settings.containsKey(argument.substring(2, argument.indexOf('='))));
            lines(settings).forEach(arguments::add);
            return arguments.toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Map<String, String> settings) {
        return settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    }

    private static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        world.close();
        TestFolders.delete(folder);
    }
}
