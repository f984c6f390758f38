package ai.opsai.sampler.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;

/**
 * Reads every stream of a folder of manifests from a server that acts its provider. What must be asked and what must come
 * out is computed by the code of this package alone, from the raw file.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManifestReplayTests {

    private static final String PROPERTY = "opsai.manifests";
    private static final Path OWN = Path.of("src/test/resources/manifests");

    private final Score score = new Score();
    private FakeApi api;

    @BeforeAll
    void start() throws IOException {
        api = new FakeApi();
    }

    @AfterAll
    void end() {
        api.close();
        System.out.println(score.text());
    }

    @TestFactory
    List<DynamicNode> everyStreamGivesExactlyItsRecords() throws IOException {
        String configured = System.getProperty(PROPERTY);
        Path folder = configured == null ? OWN : Path.of(configured);
        assertThat(folder).as("the folder of manifests").isDirectory();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().matches(".*\\.ya?ml") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
        assertThat(files).as("manifests in %s", folder).isNotEmpty();
        return files.stream()
                .map(file -> (DynamicNode) dynamicContainer(
                        folder.relativize(file).toString(),
                        Stream.of(file).flatMap(each -> streams(each, configured == null))))
                .toList();
    }

    private Stream<DynamicNode> streams(Path file, boolean own) {
        var replay = new Replay(file, api);
        return replay.streams()
                .map(stream -> dynamicTest(stream, () -> {
                    Outcome outcome = replay.read(stream);
                    score.add(outcome);
                    switch (outcome) {
                        case Outcome.Exact() -> {}
                        case Outcome.NotRunnable(String why) -> skip(own, why);
                        case Outcome.NotActed(String why) -> skip(own, "not replayed: " + why);
                        case Outcome.Wrong(String difference) -> throw new AssertionError(difference);
                    }
                }));
    }

    /** Our own manifests have no stream that can't be tried. */
    private static void skip(boolean own, String why) {
        if (own) {
            throw new AssertionError(why);
        }
        throw new TestAbortedException(why);
    }
}
