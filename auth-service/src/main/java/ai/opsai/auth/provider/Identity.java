package ai.opsai.auth.provider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * The call that tells whose token it is.
 *
 * @param path below the API's base, or a whole address
 * @param body of a POST, such as a GraphQL query
 * @param accountId of the pointers the first that leads to a value counts; the label's and the e-mail's likewise
 */
public record Identity(
        String path,
        @Nullable String body,
        List<JsonPointer> accountId,
        List<JsonPointer> accountLabel,
        List<JsonPointer> email) {

    public Identity {
        accountId = List.copyOf(accountId);
        accountLabel = List.copyOf(accountLabel);
        email = List.copyOf(email);
    }

    Identity at(String other) {
        return new Identity(other, body, accountId, accountLabel, email);
    }

    Identity with(Map<String, String> values) {
        return at(Below.filled(path, values));
    }
}
