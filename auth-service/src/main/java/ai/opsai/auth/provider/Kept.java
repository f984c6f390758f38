package ai.opsai.auth.provider;

import java.util.Map;
import tools.jackson.core.JsonPointer;

/**
 * What a connection keeps of the provider's answers as its variables.
 *
 * @param fromToken where in the token answer each variable stands
 * @param fromCallback which parameter of the way back holds each variable
 */
public record Kept(Map<String, JsonPointer> fromToken, Map<String, String> fromCallback) {

    public Kept {
        fromToken = Map.copyOf(fromToken);
        fromCallback = Map.copyOf(fromCallback);
    }
}
