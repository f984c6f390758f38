package ai.opsai.sampler.manifest;

/** Where a node stands: what every error about a manifest names. */
public record Location(String file, int line, String path) {

    Location child(int childLine, String step) {
        String separator = path.isEmpty() || step.startsWith("[") ? "" : ".";
        return new Location(file, childLine, path + separator + step);
    }

    @Override
    public String toString() {
        return file + ":" + line + (path.isEmpty() ? "" : " (" + path + ")");
    }
}
