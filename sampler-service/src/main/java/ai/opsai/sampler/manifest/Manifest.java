package ai.opsai.sampler.manifest;

import ai.opsai.sampler.manifest.Source.Mapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A manifest whose components are resolved one at a time and on demand, so that one broken stream says nothing about
 * the others and a file that expands to megabytes costs only what is read of it.
 */
public final class Manifest {

    private final Mapping root;

    private Manifest(Mapping root) {
        this.root = root;
    }

    /** @throws ManifestException when the text is no YAML mapping */
    public static Manifest read(String file, String yaml) {
        return new Manifest(ManifestFile.read(file, yaml));
    }

    /**
     * The streams as written; each is to be {@linkplain #resolve resolved} by itself. A file that lists none has those
     * among its definitions.
     */
    public List<Source> streams() {
        if (root.has("streams") || root.has("dynamic_streams") || !root.has("definitions")) {
            return listed(root, "streams");
        }
        Mapping definitions = root.mapping("definitions");
        return definitions.get("streams") instanceof Mapping named
                ? List.copyOf(named.entries().values())
                : listed(definitions, "streams");
    }

    /** Templates of streams that come into being only with a configuration. */
    public List<Source> dynamicStreams() {
        return listed(root, "dynamic_streams");
    }

    /** The items of a list that may itself be a reference. */
    private List<Source> listed(Mapping owner, String key) {
        Source list = owner.get(key);
        if (list instanceof Source.Scalar || list instanceof Mapping) {
            list = new References(root).resolve(list);
        }
        return list instanceof Source.Items(List<Source> items, var _)
                ? items
                : list == null ? List.of() : List.of(list);
    }

    /** The configuration that the manifest asks its user for. */
    public ConnectorSpec spec() {
        return ConnectorSpec.of(specification());
    }

    /** The spec as the file has it; null where it has none. */
    public @Nullable Mapping specification() {
        Source spec = root.get("spec");
        return spec != null && new References(root).resolve(spec) instanceof Mapping mapping ? mapping : null;
    }

    /** A component's type, by nothing but itself and what it refers to; empty where it names none. */
    public String typeOf(Source component) {
        try {
            return new References(root).outline(component) instanceof Mapping outline ? outline.type() : "";
        } catch (ManifestException e) {
            return "";
        }
    }

    public Mapping root() {
        return root;
    }

    /** Resolves one component with everything below it. */
    public Mapping resolve(Source component, String parentType, String field) {
        if (new References(root).resolve(component) instanceof Mapping mapping) {
            return Parameters.propagate(mapping, parentType, field, Map.of());
        }
        throw new ManifestException(component.at(), "", "no component stands here");
    }

    /** A component that was filled in with values after it was resolved. */
    public Mapping completed(Mapping component, String parentType, String field) {
        return Parameters.propagate(component, parentType, field, Map.of());
    }
}
