package ai.opsai.auth.vault;

import org.jspecify.annotations.Nullable;

/** The same as the columns of a row have it. */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record SealedSecrets(
        byte[] access, byte @Nullable [] refresh, byte @Nullable [] previousRefresh, byte @Nullable [] config) {}
