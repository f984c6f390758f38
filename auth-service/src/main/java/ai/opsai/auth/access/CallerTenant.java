package ai.opsai.auth.access;

import org.jspecify.annotations.Nullable;

/** The tenant that the current caller has proven to belong to. */
interface CallerTenant {

    /** Null where nobody has to prove anything. */
    @Nullable
    String tenant();

    boolean proven();

    static CallerTenant nobody() {
        return new CallerTenant() {
            @Override
            public @Nullable String tenant() {
                return null;
            }

            @Override
            public boolean proven() {
                return false;
            }
        };
    }
}
