package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

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

    private List<String> of(String provider, String entity, String by) {
        return seeds.of(
                by,
                entity,
                PROVIDERS.stream()
                        .filter(each -> each.id().equals(provider))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void roleMailboxesAndFreeMailDomainsAreNotWorthALookUp() {
        seeds.add(ONE, "crm", Map.of("email", "info@acme.example"));
        seeds.add(ONE, "crm", Map.of("email", "no-reply@acme.example"));
        seeds.add(ONE, "crm", Map.of("email", "jane@gmail.com"));

        assertThat(of("hubspot", "contacts", "email")).containsExactly("jane@gmail.com");
        assertThat(of("hubspot", "companies", "domain")).containsExactly("acme.example");
    }

    @Test
    void valuesThatSeveralToolsHoldComeFirstAndCaseDoesNotMatter() {
        seeds.add(ONE, "crm", Map.of("email", "a@acme.example"));
        seeds.add(ONE, "crm", Map.of("email", "b@acme.example"));
        seeds.add(TWO, "shop", Map.of("email", "B@Acme.example"));

        assertThat(of("hubspot", "contacts", "email")).containsExactly("b@acme.example", "a@acme.example");
    }

    @Test
    void idsAreKnownByTheirFormAndLoginsByTheFieldThatNamesTheProvider() {
        seeds.add(ONE, "crm", Map.of("metadata", Map.of("stripe", "cus_123", "note", "cus_ 1")));
        seeds.add(ONE, "crm", Map.of("properties", Map.of("github_username", "octocat", "username", "somebody")));
        seeds.add(ONE, "crm", Map.of("metadata", Map.of("hubspot_contact_id", "901")));

        assertThat(of("stripe", "customers", "id")).containsExactly("cus_123");
        assertThat(of("github", "users", "login")).containsExactly("octocat");
        assertThat(of("hubspot", "contacts", "id")).containsExactly("901");
        assertThat(of("hubspot", "companies", "id")).isEmpty();
    }

    @Test
    void websitesGiveDomains() {
        seeds.add(ONE, "crm", Map.of("website", "https://www.Acme.example/about"));
        seeds.add(ONE, "crm", Map.of("blog", "not a site"));

        assertThat(of("hubspot", "companies", "domain")).containsExactly("acme.example");
    }
}
