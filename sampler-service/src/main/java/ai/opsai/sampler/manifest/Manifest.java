package ai.opsai.sampler.manifest;

import ai.opsai.sampler.manifest.Source.Mapping;
import java.util.List;
import java.util.Map;

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

    /** The streams as written; each is to be {@linkplain #resolve resolved} by itself. */
    public List<Source> streams() {
        return root.list("streams");
    }

    /** The configuration that the manifest asks its user for. */
    public ConnectorSpec spec() {
        Source spec = root.get("spec");
        return ConnectorSpec.of(
                spec != null && new References(root).resolve(spec) instanceof Mapping mapping ? mapping : null);
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
}
