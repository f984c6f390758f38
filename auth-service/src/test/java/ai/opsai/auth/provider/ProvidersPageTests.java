package ai.opsai.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.provider.file.ProviderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProvidersPageTests {

    private static final Path PAGE = Path.of("../docs/providers.md");
    private static final String REWRITE = "opsai.docs.rewrite";

    @Test
    void thePageSaysWhatTheProviderFilesSay() throws IOException {
        String page = Files.readString(PAGE);
        String tables = new ProvidersPage(ProviderFiles.builtIn()).tables();
        String wanted = page.substring(0, page.indexOf(ProvidersPage.BEGIN))
                + tables
                + page.substring(page.indexOf(ProvidersPage.END) + ProvidersPage.END.length());
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/providers.md is out of date; this makes it anew: "
                        + "./mvnw -pl auth-service test -Dtest=ProvidersPageTests -D" + REWRITE + "=true")
                .isEqualTo(wanted);
    }
}
