package ai.opsai.profile;

import static ai.opsai.profile.RowsProfileTests.profile;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MeaningsTests {

    @Test
    void recognisesWhatEveryValueAgreesOn() {
        assertThat(meaning("at", "{'at':'2024-03-01T10:00:00Z'}", "{'at':''}")).isEqualTo(SemanticType.TIMESTAMP);
        assertThat(meaning("born", "{'born':'1990-01-02'}")).isEqualTo(SemanticType.DATE);
        assertThat(meaning("mail", "{'mail':'ada@mail.example'}")).isEqualTo(SemanticType.EMAIL);
        assertThat(meaning("u", "{'u':'https://api.example/x{/y}'}")).isEqualTo(SemanticType.URL);
        assertThat(meaning("u", "{'u':'6f9619ff-8b86-d011-b42d-00c04fc964ff'}")).isEqualTo(SemanticType.UUID);
        assertThat(meaning("born", "{'born':'1990-01-02'}", "{'born':'unknown'}"))
                .isNull();
        assertThat(meaning("born", "{'born':'1990-13-02'}")).isNull();
    }

    @Test
    void anEpochNeedsTheNameAndTheRange() {
        assertThat(meaning("created", "{'created':1674485468}")).isEqualTo(SemanticType.EPOCH_SECONDS);
        assertThat(meaning("updated_ms", "{'updated_ms':1674485468123}")).isEqualTo(SemanticType.EPOCH_MILLIS);
        assertThat(meaning("bytes", "{'bytes':1500000321}")).isNull();
    }

    @Test
    void codesWithLeadingZerosAndOrderedTicketsAreNotNumbers() {
        assertThat(meaning("zip", "{'zip':'02134'}", "{'zip':'90210'}")).isNull();
        assertThat(meaning("ts", "{'ts':'1674485468.000200'}", "{'ts':'1674485470.000100'}"))
                .isNull();
        assertThat(meaning("version", "{'version':'1.10'}", "{'version':'2.0'}"))
                .isNull();
    }

    @Test
    void moneyIsKnownByItsNameAndItsCurrency() {
        assertThat(meaning("amount", "{'amount':1250,'currency':'usd'}")).isEqualTo(SemanticType.MONEY);
        assertThat(meaning("attempts", "{'attempts':1,'currency':'usd'}")).isNull();
        assertThat(meaning("currency", "{'amount':1250,'currency':'usd'}")).isEqualTo(SemanticType.CURRENCY);
        assertThat(meaning("rate", "{'rate':'0.0825'}", "{'rate':'0.2'}")).isEqualTo(SemanticType.DECIMAL_STRING);
    }

    @Test
    void fieldsWithoutValuesOrOfBooleansMeanNothing() {
        assertThat(meaning("created_at", "{'created_at':null}")).isNull();
        assertThat(meaning("paid", "{'paid':true}")).isNull();
    }

    private static @Nullable SemanticType meaning(String field, String... rows) {
        RowsProfile profile = profile(rows);
        FieldPath path = FieldPath.of(field);
        Meaning meaning = Meanings.of(path, profile.at(path), profile.keys(FieldPath.ROOT));
        return meaning == null ? null : meaning.type();
    }
}
