package ai.opsai.auth.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpliceTests {

    private static final UUID ID = UUID.fromString("0190b2c4-0000-7000-8000-000000000001");

    @Test
    void theIdComesFirstAndTheRestIsUntouched() {
        assertThat(Splice.operationId(ID, "{\"b\":1 , \"a\":[{}]}"))
                .isEqualTo("{\"operationId\":\"" + ID + "\",\"b\":1 , \"a\":[{}]}");
    }

    @Test
    void anEmptyObjectStaysValid() {
        assertThat(Splice.operationId(ID, " { } "))
                .startsWith("{\"operationId\":\"" + ID + "\"")
                .doesNotContain(",");
    }
}
