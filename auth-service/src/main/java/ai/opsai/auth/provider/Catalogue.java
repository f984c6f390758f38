package ai.opsai.auth.provider;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All providers of this installation, by id. A file of the operator replaces ours of the same id. */
public final class Catalogue {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{1,31}");

    private final Map<String, Provider> providers = new TreeMap<>();

    Catalogue(List<Provider> all) {
        for (Provider provider : all) {
            if (!ID.matcher(provider.id()).matches()) {
                throw new IllegalArgumentException("a provider's id must match " + ID + ", was " + provider.id());
            }
            providers.put(provider.id(), provider);
        }
    }

    public List<Provider> all() {
        return List.copyOf(providers.values());
    }

    /** @throws ProblemException {@code unknown_provider} */
    public Provider require(@Nullable String id) {
        Provider provider = id == null ? null : providers.get(id);
        if (provider == null) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_PROVIDER,
                    "There is no such provider; GET /api/providers lists those there are: "
                            + String.join(", ", providers.keySet()) + ".");
        }
        return provider;
    }
}
