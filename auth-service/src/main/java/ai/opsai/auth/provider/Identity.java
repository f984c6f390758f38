package ai.opsai.auth.provider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The call that tells whose token it is.
 *
 * @param path below the API's base, or a whole address
 * @param body of a POST, such as a GraphQL query; null for a GET
 * @param accountId JSON pointers of which the first that leads to a value counts, or a variable that is the id; the
 *     label's and the e-mail's likewise
 */
public record Identity(
        String path, @Nullable String body, List<String> accountId, List<String> accountLabel, List<String> email) {

    public Identity {
        accountId = List.copyOf(accountId);
        accountLabel = List.copyOf(accountLabel);
        email = List.copyOf(email);
    }

    Identity at(String other) {
        return new Identity(other, body, accountId, accountLabel, email);
    }

    Identity with(Map<String, String> values) {
        return new Identity(
                Below.filled(path, values),
                body,
                accountId.stream().map(place -> Templates.fill(place, values)).toList(),
                accountLabel,
                email);
    }
}
