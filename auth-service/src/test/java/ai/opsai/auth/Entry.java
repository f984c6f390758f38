package ai.opsai.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A provider file as it is written, without our reader, and which of its knobs were seen at work. */
final class Entry {

    /** What is there to be read by people, or is proven by a test of its own. */
    private static final List<String> NOT_DRIVEN =
            List.of("id", "name", "changes", "sources", "webhook", "oauth.rotationGrace", "oauth.refreshTokenLifetime");

    private final Map<String, Object> tree;
    private final Set<String> unseen = new TreeSet<>();

    Entry(Map<String, Object> tree) {
        this.tree = tree;
        collect(tree, "");
        unseen.removeIf(path -> NOT_DRIVEN.stream().anyMatch(each -> under(path, each)) || path.endsWith("].label"));
    }

    static Entry of(String id) {
        return new Entry(tree(id));
    }

    /** What an operator may ask for in place of a single scope, which shows no separator. */
    List<String> scopes() {
        List<String> scopes = texts("oauth.scopes");
        return scopes.size() == 1 && has("oauth.scopeSeparator")
                ? List.of(scopes.getFirst(), scopes.getFirst() + "-more")
                : scopes;
    }

    /** A tree of its own for each call, so that a test may change it. */
    static Map<String, Object> tree(String id) {
        try (InputStream file = Entry.class.getResourceAsStream("/providers/" + id + "/provider.yaml")) {
            Map<String, Object> tree = new LinkedHashMap<>();
            ((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file))
                    .forEach((name, value) -> tree.put(String.valueOf(name), value));
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> ids() {
        try {
            List<String> ids = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:providers/*/provider.yaml")) {
                String[] steps = file.getURL().getPath().split("/", -1);
                ids.add(steps[steps.length - 2]);
            }
            return ids.stream().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return text("id", "");
    }

    void seen(String path) {
        unseen.removeIf(each -> under(each, path));
    }

    Set<String> unseen() {
        return unseen;
    }

    boolean has(String path) {
        return at(path) != null;
    }

    String text(String path, String otherwise) {
        Object value = at(path);
        return value == null ? otherwise : String.valueOf(value);
    }

    List<String> texts(String path) {
        Object value = at(path);
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : value == null ? List.of() : List.of(String.valueOf(value));
    }

    /** Where the code of a token answer's error may stand. */
    List<String> errorPlaces() {
        List<String> named = texts("oauth.answer.error");
        return named.isEmpty() ? List.of("/error") : named;
    }

    Map<String, String> map(String path) {
        Map<String, String> map = new LinkedHashMap<>();
        if (at(path) instanceof Map<?, ?> level) {
            level.forEach((name, value) -> map.put(String.valueOf(name), String.valueOf(value)));
        }
        return map;
    }

    /** The paths of a list's levels; a single level is a list of one. */
    List<String> levels(String path) {
        List<String> paths = new ArrayList<>();
        if (at(path) instanceof Map) {
            return List.of(path);
        }
        int size = at(path) instanceof List<?> list ? list.size() : 0;
        for (int index = 0; index < size; index++) {
            paths.add(path + "[" + index + "]");
        }
        return paths;
    }

    private @Nullable Object at(String path) {
        Object value = tree;
        for (String step : path.split("\\.", -1)) {
            int bracket = step.indexOf('[');
            String name = bracket < 0 ? step : step.substring(0, bracket);
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
            if (bracket >= 0 && value instanceof List<?> list) {
                value = list.get(Integer.parseInt(step.substring(bracket + 1, step.length() - 1)));
            }
        }
        return value;
    }

    private void collect(Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, below) -> collect(below, path.isEmpty() ? String.valueOf(name) : path + "." + name));
        } else if (value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Map) {
            for (int index = 0; index < list.size(); index++) {
                collect(list.get(index), path + "[" + index + "]");
            }
        } else {
            unseen.add(path);
        }
    }

    private static boolean under(String path, String knob) {
        return path.equals(knob) || path.startsWith(knob + ".") || path.startsWith(knob + "[");
    }
}
