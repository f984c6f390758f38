package ai.opsai.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SecretTests {

    private static final String TEXT = "nobody-may-see-this";

    private final Holder holder = new Holder("acme", Secret.of(TEXT));

    @Test
    void isMaskedInText() {
        assertThat(holder.toString()).doesNotContain(TEXT).contains("***");
        assertThat(String.format("%s", holder.secret())).isEqualTo("***");
    }

    @Test
    void isMaskedInJson() {
        assertThat(new JsonMapper().writeValueAsString(holder)).isEqualTo("{\"account\":\"acme\",\"secret\":\"***\"}");
    }

    @Test
    void tellsNothingByItsHash() {
        assertThat(Secret.of("one").hashCode()).isEqualTo(Secret.of("another").hashCode());
    }

    record Holder(String account, Secret secret) {}
}
