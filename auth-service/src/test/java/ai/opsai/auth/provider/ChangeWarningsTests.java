package ai.opsai.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.auth.provider.file.ProviderFiles;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeWarningsTests {

    /** It fails nobody's build: who builds sees it, and has 120 days. */
    @Test
    void whatProvidersChangeSoonIsPrintedWithTheBuild() {
        List<String> soon = ChangeWarnings.soon(ProviderFiles.builtIn(), LocalDate.now(ZoneOffset.UTC));
        soon.forEach(line -> System.out.println("WARNING " + line));

        assertThat(soon).allMatch(line -> line.contains(" changes on "));
    }

    @Test
    void aChangeIsAnnouncedFor120Days() {
        Provider hubspot = ProviderFiles.builtIn().stream()
                .filter(provider -> provider.id().equals("hubspot"))
                .findFirst()
                .orElseThrow();
        LocalDate day = hubspot.changes().getFirst().on();

        assertThat(ChangeWarnings.soon(List.of(hubspot), day.minusDays(121))).isEmpty();
        assertThat(ChangeWarnings.soon(List.of(hubspot), day.minusDays(120)))
                .singleElement()
                .asString()
                .contains("HubSpot changes on " + day);
        assertThat(ChangeWarnings.soon(List.of(hubspot), day)).hasSize(1);
        assertThat(ChangeWarnings.soon(List.of(hubspot), day.plusDays(1))).isEmpty();
    }
}
