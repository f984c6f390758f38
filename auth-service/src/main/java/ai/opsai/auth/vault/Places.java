package ai.opsai.auth.vault;

import java.util.UUID;

/** What sealed values belong to: what is moved to another tenant, connection, kind, version or key does not open. */
interface Places {

    /** All of it. */
    Places EXACT = new Places() {
        @Override
        public byte[] token(String tenant, UUID connection, Kind kind, long version) {
            return AssociatedData.of("tok", "v1", tenant, connection.toString(), kind.code(), Long.toString(version));
        }

        @Override
        public byte[] key(String tenant, UUID key) {
            return AssociatedData.of("dek", "v1", tenant, key.toString());
        }
    };

    byte[] token(String tenant, UUID connection, Kind kind, long version);

    byte[] key(String tenant, UUID key);
}
