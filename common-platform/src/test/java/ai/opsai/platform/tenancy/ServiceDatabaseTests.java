package ai.opsai.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceDatabaseTests {

    @ParameterizedTest
    @CsvSource({
        "postgresql://h/db, jdbc:postgresql://h/db",
        "postgres://h:5433/db, jdbc:postgresql://h:5433/db",
        "jdbc:postgresql://h:1/db, jdbc:postgresql://h:1/db",
        "postgresql://owner:secret@h/db?sslmode=require, jdbc:postgresql://h/db?sslmode=require",
        "jdbc:postgresql://h/db?user=u&password=p&sslmode=require, jdbc:postgresql://h/db?sslmode=require",
    })
    void bothSpellingsAreUnderstoodAndLoginsDropped(String url, String expected) {
        assertThat(ServiceDatabase.jdbcUrl(url)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://h/db", "db", "jdbc:postgresql:db"})
    void anythingElseIsRefusedWithTheFormThatIsRight(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceDatabase.jdbcUrl(url))
                .withMessageContaining("postgresql://host:5432/database");
    }

    @Test
    void refusalDoesNotRepeatThePassword() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceDatabase.jdbcUrl("mysql://u:s3cret@h/db"))
                .withMessageNotContaining("s3cret");
    }
}
