package ai.opsai.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AotCacheTests {

    @TempDir
    private Path folder;

    private Path jar(String content) throws IOException {
        return Files.writeString(folder.resolve("service.jar"), content);
    }

    private static Path output(AotCache cache) {
        return Path.of(cache.flags().getFirst().substring("-XX:AOTCacheOutput=".length()));
    }

    @Test
    void theFirstRunMakesTheCacheThatTheSecondUses() throws IOException {
        Path jar = jar("one");
        AotCache first = AotCache.of(folder.resolve("aot"), "service", jar);
        Files.writeString(output(first), "cache");
        first.keep();
        assertThat(AotCache.of(folder.resolve("aot"), "service", jar).flags())
                .singleElement()
                .asString()
                .startsWith("-XX:AOTCache=");
    }

    @Test
    void aBuildMakesTheCacheWorthless() throws IOException {
        AotCache old = AotCache.of(folder.resolve("aot"), "service", jar("one"));
        Files.writeString(output(old), "cache");
        old.keep();
        AotCache fresh = AotCache.of(folder.resolve("aot"), "service", jar("longer"));
        assertThat(fresh.flags().getFirst()).startsWith("-XX:AOTCacheOutput=");
        assertThat(folder.resolve("aot")).isEmptyDirectory();
    }

    @Test
    void aRunThatWasKilledLeavesNoCache() throws IOException {
        Path jar = jar("one");
        Files.writeString(output(AotCache.of(folder.resolve("aot"), "service", jar)), "torn");
        assertThat(AotCache.of(folder.resolve("aot"), "service", jar).flags().getFirst())
                .startsWith("-XX:AOTCacheOutput=");
    }
}
