package ai.opsai.auth.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

/** What every key provider must do, wherever its key lies. */
abstract class KeyProviderContract {

    static final byte[] KEY = "a key of a tenant".getBytes(StandardCharsets.UTF_8);
    static final byte[] PLACE = AssociatedData.of("dek", "v1", "acme", "1");

    abstract KeyProvider provider();

    /** One with a key of its own. */
    abstract KeyProvider another();

    /** Another key wraps from now on. */
    abstract void rotate();

    /** The key can't be reached any more. */
    abstract void takeAway() throws IOException;

    @Test
    void v02_unwrapsWhatItWrapped() throws GeneralSecurityException {
        KeyProvider provider = provider();
        byte[] wrapped = provider.wrap(KEY, PLACE);

        assertThat(provider.unwrap(wrapped, PLACE)).isEqualTo(KEY);
        assertThat(provider().unwrap(wrapped, PLACE)).isEqualTo(KEY);
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("a key of a tenant");
    }

    @Test
    void v02_neverWrapsTheSameTwice() throws GeneralSecurityException {
        assertThat(provider().wrap(KEY, PLACE)).isNotEqualTo(provider().wrap(KEY, PLACE));
    }

    @Test
    void v04_unwrapsNothingForAnotherPlace() throws GeneralSecurityException {
        KeyProvider provider = provider();
        byte[] wrapped = provider.wrap(KEY, PLACE);

        for (byte[] place : new byte[][] {
            AssociatedData.of("dek", "v1", "other", "1"),
            AssociatedData.of("dek", "v1", "acme", "2"),
            AssociatedData.of("dek", "v1", "acme1", ""),
            AssociatedData.of("dek", "v1", "acme"),
            new byte[0]
        }) {
            assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> provider.unwrap(wrapped, place));
        }
    }

    @Test
    void v20_unwrapsNothingThatWasChangedOrThatAnotherKeyWrapped() throws GeneralSecurityException {
        KeyProvider provider = provider();
        byte[] wrapped = provider.wrap(KEY, PLACE);
        KeyProvider another = another();

        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> another.unwrap(wrapped, PLACE));
        byte[] changed = wrapped.clone();
        changed[changed.length - 1] ^= 1;
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> provider.unwrap(changed, PLACE));
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> provider.unwrap(new byte[0], PLACE));
    }

    @Test
    void v13_afterARotationTheOldStillUnwrapsAndTheNewHasAnotherName() throws GeneralSecurityException {
        KeyProvider provider = provider();
        byte[] wrapped = provider.wrap(KEY, PLACE);
        String before = provider.activeKekId();
        assertThat(provider.activeKekId()).isEqualTo(before);

        rotate();

        assertThat(provider.activeKekId()).isNotEqualTo(before);
        assertThat(provider.unwrap(wrapped, PLACE)).isEqualTo(KEY);
        assertThat(provider.unwrap(provider.wrap(KEY, PLACE), PLACE)).isEqualTo(KEY);
    }

    @Test
    void v20_anOutageIsToldFromAWrongKey() throws GeneralSecurityException, IOException {
        KeyProvider provider = provider();
        byte[] wrapped = provider.wrap(KEY, PLACE);

        takeAway();

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> provider.unwrap(wrapped, PLACE));
        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> provider.wrap(KEY, PLACE));
        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(provider::activeKekId);
    }
}
