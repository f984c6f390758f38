package ai.opsai.auth.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.opsai.auth.access.SecuritySettings.Mode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SecuritySettingsTests {

    private static final String PREFIX = "opsai.security.";

    @Test
    void withoutSettingsThisMachineIsServedAlone() {
        SecuritySettings settings = bound(Map.of());
        assertThat(settings.mode()).isEqualTo(Mode.LOCAL);
        assertThat(settings.jwt().tenantClaim()).isEqualTo("app_metadata.tenant_id");
        assertThat(settings.jwt().rolesClaim()).isEqualTo("app_metadata.roles");
        assertThat(settings.jwt().algorithms()).extracting(Object::toString).containsExactly("ES256", "RS256");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                  | needs opsai.security.jwt.secret",
                "jwt.secret=only-31-bytes-long-secret-here!        | 32 bytes",
                "jwt.jwks-uri=http://keys.example/jwks             | https",
                "jwt.issuer=http://issuer.example                  | https",
                "jwt.jwks-uri=ftp://127.0.0.1/jwks                 | https",
                "jwt.jwks-uri=https://k.example,jwt.secret=0123456789012345678901234567890123 | not both",
            })
    void a39_settingsThatKeepNobodyOutAreRefused(String settings, String reason) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> bound(parsed(settings)).jwt().requireSafe())
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jwt.secret=0123456789012345678901234567890123",
                "jwt.jwks-uri=https://project.supabase.co/auth/v1/.well-known/jwks.json",
                "jwt.issuer=https://issuer.example/",
                "jwt.jwks-uri=http://127.0.0.1:9999/jwks",
            })
    void otherSettingsAreTaken(String settings) {
        assertThatCode(() -> bound(parsed(settings)).jwt().requireSafe()).doesNotThrowAnyException();
    }

    @Test
    void theKeysOfAnIssuerAreWhereItsMetadataSay() {
        assertThat(bound(Map.of("jwt.issuer", "https://issuer.example/realm/"))
                        .jwt()
                        .keysAt())
                .isEqualTo(URI.create("https://issuer.example/realm/.well-known/openid-configuration"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_metadata.tenant_id", "raw_user_meta_data.tenant", "user_metadata", " "})
    void a41_aClaimThatUsersCanEditIsRefused(String claim) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new ClaimPath(claim));
    }

    @Test
    void a41_claimsAreFoundByPathOrByTheirWholeName() {
        Map<String, Object> claims = Map.of(
                "app_metadata", Map.of("tenant_id", "acme"),
                "https://opsai.example/tenant", "named",
                "user_metadata", Map.of("tenant_id", "stolen"));
        assertThat(new ClaimPath("app_metadata.tenant_id").in(claims)).isEqualTo("acme");
        assertThat(new ClaimPath("https://opsai.example/tenant").in(claims)).isEqualTo("named");
        assertThat(new ClaimPath("app_metadata.other").in(claims)).isNull();
        assertThat(new ClaimPath("tenant_id").in(claims)).isNull();
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(bound(Map.of("jwt.secret", "hush-hush")).toString()).doesNotContain("hush");
    }

    private static Map<String, String> parsed(String settings) {
        if (settings == null) {
            return Map.of();
        }
        Map<String, String> parsed = new java.util.HashMap<>();
        for (String setting : List.of(settings.split(","))) {
            int equals = setting.indexOf('=');
            parsed.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return parsed;
    }

    private static SecuritySettings bound(Map<String, String> settings) {
        Map<String, String> full = new java.util.HashMap<>();
        settings.forEach((name, value) -> full.put(PREFIX + name, value));
        return new Binder(new MapConfigurationPropertySource(full))
                .bindOrCreate("opsai.security", Bindable.of(SecuritySettings.class));
    }
}
