package ai.opsai.sampler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@acme.example",
                "No-Reply@acme.example",
                "noreply-7f3a@acme.example",
                "billing+eu@acme.example",
                "sales.emea@acme.example",
                "support-team@acme.example",
                "customer_service@acme.example",
                "deploy-bot@acme.example",
                "dependabot[bot]@acme.example",
                "8123+octocat@users.noreply.github.com"
            })
    void rolesAndMachinesAreNobody(String email) {
        assertThat(Mailboxes.isPersonal(email)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@acme.example",
                "ann.miller+news@acme.example",
                "it.miller@acme.example",
                "abbot@acme.example",
                "markus.eting@gmail.com",
                "jörg@müller.example"
            })
    void peopleArePeople(String email) {
        assertThat(Mailboxes.isPersonal(email)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "gmail.com, false",
        "users.noreply.github.com, false",
        "hotmail.co.uk, false",
        "acme.example, true",
        "xn--mller-kva.example, true",
        "localhost, false"
    })
    void domainsWhereAnybodyGetsAMailboxAreNoCompany(String domain, boolean company) {
        assertThat(Mailboxes.isCompany(domain)).isEqualTo(company);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Acme.example/about, acme.example",
        "http://müller.example, xn--mller-kva.example",
        "not a site, ''",
        "10.0.0.1, ''",
        "'', ''"
    })
    void sitesHaveHosts(String text, String host) {
        assertThat(Mailboxes.host(text)).isEqualTo(host);
    }

    @Test
    void aFieldMayHoldSeveralAddressesButNoProse() {
        assertThat(Mailboxes.emailsIn("a@x.example;B@y.example")).containsExactly("a@x.example", "B@y.example");
        assertThat(Mailboxes.emailsIn("write to a@x.example")).isEmpty();
        assertThat(Mailboxes.emailsIn("a@x")).isEmpty();
    }
}
