package ai.opsai.organizer.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OrganizeCommandTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsOneDocumentForAFolderOfLinesAndArrays() throws IOException {
        Files.createDirectories(folder.resolve("acme"));
        Files.writeString(
                folder.resolve("acme/users.jsonl"), "{\"id\":1,\"name\":\"Ada\"}\n\n{\"id\":2,\"name\":\"Bo\"}\n");
        Files.writeString(folder.resolve("acme/notes.json"), "[{\"id\":7,\"user_id\":1},{\"id\":8,\"user_id\":2}]");

        assertThat(run(folder.toString())).isZero();
        JsonNode document = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(document.propertyNames())
                .containsExactly(
                        "entities",
                        "relationships",
                        "primaryKeys",
                        "foreignKeys",
                        "fieldTypes",
                        "columnMatches",
                        "links",
                        "review",
                        "quality");
        assertThat(document.path("entities").has("acme_notes")).isTrue();
    }

    @Test
    void helpExplainsTheFolder() throws IOException {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("<provider>/<entity>.jsonl");
    }

    @Test
    void sayWhatIsWrongAndFail() throws IOException {
        Files.createDirectories(folder.resolve("acme"));
        Files.writeString(folder.resolve("acme/users.jsonl"), "not json\n");

        assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("There is no folder")
                .contains("users.jsonl holds something that is not JSON");
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... arguments) throws IOException {
        return OrganizeCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
