package ai.opsai.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class LogScrubbingTests {

    private static final String TOKEN = "gho_16C7e42F292c6912E7710c838347Ae178B4a";

    @ParameterizedTest
    @ValueSource(strings = {"logging.pattern.file=%msg %X%n%wEx", "logging.structured.format.file=ecs"})
    void noTokenReachesALogInAnyFormat(String format, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("service.log");
        try (ConfigurableApplicationContext _ = new SpringApplicationBuilder(Nothing.class)
                        .web(WebApplicationType.NONE)
                        .registerShutdownHook(false)
                        .run("--logging.file.name=" + file, "--" + format);
                var _ = MDC.putCloseable("stray", TOKEN)) {
            LoggerFactory.getLogger("test").warn("message {}", TOKEN, new IllegalStateException("failure " + TOKEN));
        }

        assertThat(Files.readString(file))
                .contains("message ***", "failure ***", "stray")
                .doesNotContain(TOKEN);
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
