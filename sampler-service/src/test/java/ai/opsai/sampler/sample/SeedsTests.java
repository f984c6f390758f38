package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.provider.Lookup;
import ai.opsai.sampler.provider.ProviderFiles;
import ai.opsai.sampler.provider.SampledProvider;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeedsTests {

    private static final List<SampledProvider> PROVIDERS = ProviderFiles.builtIn();
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private final Seeds seeds = new Seeds();

    private static Lookup lookup(String provider, String entity, String by) {
        return PROVIDERS.stream()
                .filter(each -> each.id().equals(provider))
                .findFirst()
                .flatMap(each -> each.lookup(entity, by))
                .orElseThrow();
    }

    @Test
    void roleMailboxesAndFreeMailDomainsAreNotWorthALookUp() {
        seeds.add(ONE, Map.of("email", "info@acme.example"));
        seeds.add(ONE, Map.of("email", "no-reply@acme.example"));
        seeds.add(ONE, Map.of("email", "jane@gmail.com"));

        assertThat(seeds.of(lookup("hubspot", "contacts", "email"), "hubspot")).containsExactly("jane@gmail.com");
        assertThat(seeds.of(lookup("hubspot", "companies", "domain"), "hubspot"))
                .containsExactly("acme.example");
    }

    @Test
    void valuesThatSeveralToolsHoldComeFirstAndCaseDoesNotMatter() {
        seeds.add(ONE, Map.of("email", "a@acme.example"));
        seeds.add(ONE, Map.of("email", "b@acme.example"));
        seeds.add(TWO, Map.of("email", "B@Acme.example"));

        assertThat(seeds.of(lookup("hubspot", "contacts", "email"), "hubspot"))
                .containsExactly("b@acme.example", "a@acme.example");
    }

    @Test
    void idsAreKnownByTheirFormAndLoginsByTheFieldThatNamesTheProvider() {
        seeds.add(ONE, Map.of("metadata", Map.of("stripe", "cus_123", "note", "cus_ 1")));
        seeds.add(ONE, Map.of("properties", Map.of("github_username", "octocat", "username", "somebody")));
        seeds.add(ONE, Map.of("metadata", Map.of("hubspot_contact_id", "901")));

        assertThat(seeds.of(lookup("stripe", "customers", "id"), "stripe")).containsExactly("cus_123");
        assertThat(seeds.of(lookup("github", "users", "login"), "github")).containsExactly("octocat");
        assertThat(seeds.of(lookup("hubspot", "contacts", "id"), "hubspot")).containsExactly("901");
        assertThat(seeds.of(lookup("hubspot", "companies", "id"), "hubspot")).isEmpty();
    }

    @Test
    void websitesGiveDomains() {
        seeds.add(ONE, Map.of("website", "https://www.Acme.example/about"));
        seeds.add(ONE, Map.of("blog", "not a site"));

        assertThat(seeds.of(lookup("hubspot", "companies", "domain"), "hubspot"))
                .containsExactly("acme.example");
    }
}
