package ai.opsai.auth.connector;

import ai.opsai.auth.provider.Catalogue;
import ai.opsai.platform.problem.ProblemException;
import java.util.Locale;

/** What a connector is called as a provider: its name in lower case, without all that is no letter or digit. */
final class ConnectorId {

    private static final int LONGEST = 32;
    private static final int LONGEST_NAME = 200;

    private ConnectorId() {}

    /** @throws ProblemException when the name gives no id, or one that a provider has already */
    static String of(String name, Catalogue catalogue) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String id = letters.substring(0, Math.min(letters.length(), LONGEST));
        if (name.length() > LONGEST_NAME || !id.matches("[a-z][a-z0-9]+")) {
            throw ProblemException.invalid(
                    "name",
                    "A connector's name begins with a letter from a to z and has at least two letters or digits.");
        }
        if (catalogue.find(id) != null) {
            throw ProblemException.invalid("name", "There is a provider called " + id + " already; take another name.");
        }
        return id;
    }
}
