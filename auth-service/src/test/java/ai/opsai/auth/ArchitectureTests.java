package ai.opsai.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.google.crypto.tink.Aead;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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

    /** Where a secret may be text, each for a reason; what prints itself there says nothing of it. */
    private static final Map<String, String> SECRETS_AS_TEXT = Map.of(
            "SampleWish.accessToken", "as it stands in the body of a request, sealed by the next line",
            "NewConnection.token", "as it stands in the body of a request, sealed by the next line",
            "Basic.password", "a template that a secret variable fills",
            "TokenAnswerShape.tokenType", "what a provider calls a bearer token",
            "Jwt.secret", "as Spring binds it from the configuration",
            "SessionView.csrfToken", "told to the page of the session, which must send it back",
            "TokenGrant.accessToken", "the answer to the sampler is the one place that gives it out",
            "TokenGrant.tokenType", "a kind of token, no token",
            "TokenGrant.issuedTokenType", "a kind of token, no token");

    @ArchTest
    static final ArchRule SECRETS_ARE_SECRET = fields().that()
            .haveRawType(String.class)
            .and()
            .areNotStatic()
            .and()
            .haveNameMatching("(?i).*(token|secret|password).*")
            .should(new ArchCondition<>("be listed, or be a Secret") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    String name = field.getOwner().getSimpleName() + "." + field.getName();
                    events.add(new SimpleConditionEvent(field, SECRETS_AS_TEXT.containsKey(name), name));
                }
            })
            .because("text finds its way into logs, errors and events, and a Secret does not");
}
