package ai.opsai.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class DatabaseAddressTests {

    @Test
    void theLoginNeverShows() {
        DatabaseAddress address =
                DatabaseAddress.parse("postgresql://ada:p%40ss@db.example.com:6543/app?sslmode=require");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example.com:6543/app?sslmode=require");
        assertThat(address.toString()).doesNotContain("ada").doesNotContain("p@ss");
    }

    @Test
    void aJdbcUrlMayHoldTheLoginAsParameters() {
        DatabaseAddress address = DatabaseAddress.parse("jdbc:postgresql://localhost/app?user=ada&ssl=true&password=x");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost/app?ssl=true");
    }

    @Test
    void anotherDatabaseOfTheServerKeepsTheParameters() {
        DatabaseAddress address = new DatabaseAddress("jdbc:postgresql://localhost:5432/a?ssl=true", "u", "p");
        assertThat(address.database("b").jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/b?ssl=true");
    }

    @Test
    void whatIsNoPostgresUrlIsRefusedInWords() {
        assertThatThrownBy(() -> DatabaseAddress.parse("mysql://localhost/app"))
                .hasMessageContaining("postgresql://user:password@host:5432/database");
    }
}
