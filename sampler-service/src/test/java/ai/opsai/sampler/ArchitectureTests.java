package ai.opsai.sampler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import javax.net.ssl.TrustManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "ai.opsai.sampler", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTests {

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAnyPackage(
                    "ai.opsai.sampler.expression",
                    "ai.opsai.sampler.manifest",
                    "ai.opsai.sampler.connector",
                    "ai.opsai.sampler.analysis")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "org.apache.kafka..", "com.github.kagkarlsson..")
            .because("manifests are also read and checked from a command line");

    @ArchTest
    static final ArchRule EXPRESSIONS_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage("ai.opsai.sampler.expression")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang.reflect..", "java.lang.invoke..", "java.net.http..", "java.io..", "tools.jackson..")
            .because("what a user's file says must never reach into the process that reads it");

    @ArchTest
    static final ArchRule PROVIDERS_ARE_CALLED_THROUGH_THE_GUARD = noClasses()
            .that()
            .resideOutsideOfPackage("ai.opsai.sampler.token")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "org.apache.hc..", "org.springframework.web.client..")
            .because("every address comes from outside; only the guarded client checks what it connects to");

    @ArchTest
    static final ArchRule NO_BROKER_IN_THE_BUSINESS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.kafka..", "org.apache.kafka..")
            .because("events come and go through common-platform, which keeps order and dead letters right");

    @ArchTest
    static final ArchRule TIME_IS_INJECTED = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("rate limits, deadlines and expressions are tested with a clock that stands still");

    @ArchTest
    static final ArchRule NO_TRUST_WITHOUT_CERTIFICATES = noClasses()
            .should()
            .implement(TrustManager.class)
            .because("a client that trusts every certificate hands tokens to whoever asks");

    @ArchTest
    static final ArchRule WEB_STANDS_IN_ITS_PACKAGE = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .resideInAPackage("..web")
            .andShould()
            .notBePublic()
            .because("what a package does must not depend on how it is asked");

    @ArchTest
    static final ArchRule NO_PROXIES = noClasses()
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("transactions are bound to a tenant by TenantTransactions, where they can be seen");
}
