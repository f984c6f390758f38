package ai.opsai.auth.vault;

import java.util.UUID;

/** A connection whose token is to be looked after now: renewed, or its verdict carried through. */
public record DueToken(String tenant, UUID connection) {}
