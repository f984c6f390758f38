package ai.opsai.auth.connection;

import ai.opsai.auth.provider.Credentials;
import ai.opsai.auth.provider.Provider;
import ai.opsai.auth.provider.Variable;
import ai.opsai.auth.provider.Way;
import ai.opsai.auth.secret.Secret;
import ai.opsai.platform.problem.Problem.FieldError;
import ai.opsai.platform.problem.ProblemCode;
import ai.opsai.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a tenant says about a new connection, checked, with its secrets apart. */
public record Settings(Map<String, String> plain, Map<String, Secret> secret) {

    /** Nothing at all. */
    public static final Settings NONE = new Settings(Map.of(), Map.of());

    public Settings {
        plain = Map.copyOf(plain);
        secret = Map.copyOf(secret);
    }

    /**
     * Checks all and names all that is wrong.
     *
     * @param known the variables of the connection that is connected again, which need not be said twice
     * @throws ProblemException {@code invalid_request} with a sentence for each field
     */
    public static Settings of(
            Provider provider,
            Way way,
            @Nullable Map<String, @Nullable String> variables,
            @Nullable Map<String, @Nullable String> config,
            Map<String, String> known) {
        Map<String, String> open = said(variables);
        Map<String, String> closed = said(config);
        List<FieldError> errors = new ArrayList<>();
        if (!provider.connect().contains(way)) {
            errors.add(new FieldError(
                    field(way),
                    provider.name() + " can't be connected this way, but by "
                            + provider.connect().stream().map(Way::wire).collect(Collectors.joining(" or ")) + "."));
        }
        secrets(provider)
                .filter(open::containsKey)
                .forEach(name ->
                        errors.add(new FieldError("variables." + name, "This is a secret: send it in config.")));
        Map<String, String> all = new LinkedHashMap<>(asked(provider, known));
        all.putAll(open);
        all.putAll(closed);
        errors.addAll(
                provider.variables().problems(all, way == Way.CONFIG ? "config" : "variables", needed(provider, way)));
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, errors.getFirst().message(), null, errors);
        }
        return apart(provider, all);
    }

    /** The variables that the connection has, as the given provider's answers told more. */
    Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(plain);
        all.putAll(more);
        return all;
    }

    /** All texts, for the credentials that are made of them. */
    Map<String, String> revealed() {
        Map<String, String> all = new LinkedHashMap<>(plain);
        secret.forEach((name, value) -> all.put(name, value.reveal()));
        return all;
    }

    @Override
    public String toString() {
        return "Settings" + plain.keySet() + secret.keySet();
    }

    /** Without those that are null, which say nothing. */
    private static Map<String, String> said(@Nullable Map<String, @Nullable String> sent) {
        Map<String, String> said = new LinkedHashMap<>();
        if (sent != null) {
            sent.forEach((name, value) -> {
                if (value != null) {
                    said.put(name, value);
                }
            });
        }
        return said;
    }

    private static String field(Way way) {
        return switch (way) {
            case OAUTH2 -> "provider";
            case TOKEN -> "token";
            case CONFIG -> "config";
        };
    }

    private static Stream<String> secrets(Provider provider) {
        return provider.variables().asked().stream().filter(Variable::secret).map(Variable::name);
    }

    private static Map<String, String> asked(Provider provider, Map<String, String> known) {
        Map<String, String> asked = new LinkedHashMap<>(known);
        asked.keySet()
                .retainAll(provider.variables().asked().stream()
                        .map(Variable::name)
                        .toList());
        return asked;
    }

    private static Set<String> needed(Provider provider, Way way) {
        Credentials credentials = provider.credentials();
        Set<String> needed = new LinkedHashSet<>();
        provider.variables().asked().stream()
                .filter(variable -> variable.required() && !variable.secret())
                .forEach(variable -> needed.add(variable.name()));
        if (way == Way.CONFIG && credentials != null) {
            needed.addAll(credentials.names());
        }
        return needed;
    }

    private static Settings apart(Provider provider, Map<String, String> all) {
        Map<String, String> plain = new LinkedHashMap<>(all);
        Map<String, Secret> secret = new LinkedHashMap<>();
        secrets(provider).filter(all::containsKey).forEach(name -> {
            plain.remove(name);
            secret.put(name, Secret.of(String.valueOf(all.get(name))));
        });
        return new Settings(plain, secret);
    }
}
