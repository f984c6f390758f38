package ai.opsai.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SecretsTests {

    @TempDir
    private Path folder;

    @Test
    void passwordsAreMadeOnceAndDiffer() {
        Secrets secrets = new Workspace(folder).secrets();
        assertThat(secrets.password("auth"))
                .hasSizeGreaterThan(20)
                .isEqualTo(new Workspace(folder).secrets().password("auth"))
                .isNotEqualTo(secrets.password("sampler"));
    }

    @Test
    void onlyThisUserCanReadThem() throws IOException {
        Secrets secrets = new Workspace(folder).secrets();
        secrets.password("auth");
        Path file = secrets.file("auth.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void thePublicSetHoldsNoPrivateKey() throws IOException {
        AssertionKeys keys = new AssertionKeys(new Workspace(folder).secrets());
        keys.ensure(List.of("auth", "sampler"));
        JsonNode trusted = JsonMapper.shared().readTree(Files.readString(keys.trustedKeys()));
        assertThat(trusted.path("keys").size()).isEqualTo(2);
        assertThat(trusted.path("keys").valueStream())
                .allMatch(key -> key.path("x").asString().length() == 43)
                .noneMatch(key -> key.has("d"));
        assertThat(Files.readString(keys.privateKey("auth"))).contains("\"d\"", "\"kid\":\"auth\"");
    }
}
