package ai.opsai.sampler;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void packagesFormNoCyclesAndKeepTheirInternals() {
        ApplicationModules.of(SamplerService.class).verify();
    }
}
