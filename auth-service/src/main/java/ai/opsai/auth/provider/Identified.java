package ai.opsai.auth.provider;

import java.util.Map;

/**
 * Whose data a token opens, and where.
 *
 * @param variables all that the connection has, with what the provider's answers added
 */
public record Identified(Account account, Map<String, String> variables) {

    public Identified {
        variables = Map.copyOf(variables);
    }
}
