package ai.opsai.auth.vault;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.IdGenerator;
import tools.jackson.databind.json.JsonMapper;

/** What the vault seals with, the same through each of its pools. */
record VaultTools(KeyProvider provider, KeyCache cache, Places places, JsonMapper json, Stamps stamps) {

    /** What is written down beside secrets. */
    record Stamps(IdGenerator ids, Clock clock) {}

    DataKeys keys(JdbcClient jdbc) {
        return new DataKeys(provider, new KeyRows(jdbc), cache, places, stamps);
    }

    SecretRows rows(JdbcClient jdbc) {
        return new JdbcSecretRows(jdbc, keys(jdbc), new Seals(places, json));
    }

    Clock clock() {
        return stamps.clock();
    }
}
