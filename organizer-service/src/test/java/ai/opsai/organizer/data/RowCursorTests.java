package ai.opsai.organizer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowCursorTests {

    @Test
    void comesBackAsItWas() {
        RowCursor cursor = new RowCursor("cus_Ä1/…", UUID.randomUUID());
        assertThat(RowCursor.read(cursor.text())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "bm90IGEgdXVpZCBhdCBhbGwgYnV0IGxvbmcgZW5vdWdoIHRvIGJlIG9uZQ"})
    void anythingElseIsNoCursor(String text) {
        assertThat(RowCursor.read(text)).isEmpty();
    }
}
