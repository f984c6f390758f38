package ai.opsai.auth.provider;

import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All providers of this installation, by id. A file of the operator replaces ours of the same id. */
public final class Catalogue {

    private final Map<String, Provider> providers = new TreeMap<>();

    Catalogue(List<Provider> all) {
        for (Provider provider : all) {
            providers.put(provider.id(), provider);
        }
    }

    public List<Provider> all() {
        return List.copyOf(providers.values());
    }

    public @Nullable Provider find(String id) {
        return providers.get(id);
    }

    /**
     * The provider as a connection has it.
     *
     * @throws ProblemException {@code unknown_provider}
     */
    public Provider of(String id, Map<String, String> variables) {
        return OwnProvider.knownBy(variables)
                ? OwnProvider.of(id, id, variables)
                : require(id).with(variables);
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
