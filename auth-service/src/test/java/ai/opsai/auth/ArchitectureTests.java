package ai.opsai.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.google.crypto.tink.Aead;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "ai.opsai.auth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule SERVICES_MEET_ONLY_THROUGH_EVENTS_AND_HTTP = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.opsai.sampler..", "ai.opsai.organizer..", "ai.opsai.sandbox..", "ai.opsai.local..")
            .because("a service that imports another can't be deployed, replaced or understood without it");

    @ArchTest
    static final ArchRule KAFKA_STAYS_IN_THE_PLATFORM = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
            .because("what a module wants to say or hear is an event; how it travels is the platform's business");

    @ArchTest
    static final ArchRule ONLY_THE_VAULT_ENCRYPTS = noClasses()
            .that()
            .resideOutsideOfPackage("ai.opsai.auth.vault..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Aead.class)
            .because("keys that only one package holds can be rotated by changing one package");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests must be able to say what time it is");

    @ArchTest
    static final ArchRule THE_CLOCK_IS_THE_PLATFORMS = noClasses()
            .should()
            .callMethod(Clock.class, "systemUTC")
            .because("all of a service must live in the same time");

    @ArchTest
    static final ArchRule TRANSACTIONS_ARE_VISIBLE = noClasses()
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName(Transactional.class.getName())
            .because("the tenant is bound where the transaction begins, and an annotation binds none");

    @ArchTest
    static final ArchRule HANDLERS_ARE_NOT_CALLED_BY_CODE = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .because("what another module needs belongs behind the module's own types, not into a web adapter");

    @ArchTest
    static final ArchRule NOTHING_TRUSTS_EVERY_CERTIFICATE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*(TrustAll|NoopHostnameVerifier|TrustSelfSigned).*")
            .because("a certificate that nobody checks protects nobody");
}
