package ai.opsai.organizer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "ai.opsai.organizer", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTests {

    @ArchTest
    static final ArchRule THE_ENGINE_IS_PURE = noClasses()
            .that()
            .resideInAnyPackage("ai.opsai.organizer.unification..", "ai.opsai.organizer.offline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "org.apache.kafka..", "dev.langchain4j..")
            .because("the same input must give the same bytes, in the service, offline and in a rebuild");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_TIME = noClasses()
            .that()
            .resideInAPackage("ai.opsai.organizer.unification..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class)
            .because("a result that depends on when it was made can't be repeated");

    @ArchTest
    static final ArchRule ONLY_THE_ADAPTER_KNOWS_THE_MODEL_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("ai.opsai.organizer.model.openai..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.langchain4j..", "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
            .because("the model is one exchangeable proposer, and Jackson 2 comes with its library alone");

    @ArchTest
    static final ArchRule WEB_STANDS_IN_WEB_PACKAGES = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .resideInAPackage("..web")
            .andShould()
            .notBePublic()
            .because("what a package does must not depend on how it is asked");

    @ArchTest
    static final ArchRule NO_BROKER_IN_THE_BUSINESS = noClasses()
            .that()
            .resideOutsideOfPackage("ai.opsai.organizer.rebuild..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.kafka..", "org.apache.kafka..")
            .because(
                    "events come and go through common-platform, which keeps order and dead letters right; a rebuild alone compares positions");

    @ArchTest
    static final ArchRule TIME_AND_IDS_ARE_INJECTED = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("tests and rebuilds set the time, and our ids are UUIDv7");

    @ArchTest
    static final ArchRule NO_PROXIES = noClasses()
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("transactions are bound to a tenant by TenantTransactions, where they can be seen");
}
