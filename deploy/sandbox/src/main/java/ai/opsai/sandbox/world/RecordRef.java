package ai.opsai.sandbox.world;

/**
 * One record at one provider.
 *
 * @param account the account that sees it
 * @param entity the provider's own word: {@code users}, {@code customers}, {@code contacts}, {@code companies}
 * @param id as it stands in the record's id field
 */
public record RecordRef(String account, Provider provider, String entity, String id) {}
