package ai.opsai.organizer;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void packagesFormNoCyclesAndKeepTheirInternals() {
        ApplicationModules.of(OrganizerService.class).verify();
    }
}
