package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds provider files: ours on the class path, the operator's in a folder. A bad file stops the start. */
public final class ProviderFiles {

    private static final String BUILT_IN = "classpath*:providers/*/provider.yaml";

    private ProviderFiles() {}

    public static List<Provider> builtIn() {
        try {
            List<Provider> providers = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(BUILT_IN)) {
                String path = resource.getURL().toString();
                String file = path.substring(path.lastIndexOf("providers/"));
                providers.add(ProviderReader.read(file, resource.getContentAsString(StandardCharsets.UTF_8), true));
            }
            return providers;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the built-in provider files", e);
        }
    }

    /** Every {@code *.yaml} of the folder, and every {@code provider.yaml} of its sub-folders. */
    public static List<Provider> in(@Nullable Path folder) {
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> isProviderFile(folder, file))
                    .sorted()
                    .map(ProviderFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the folder opsai.providers.dir, " + folder, e);
        }
    }

    private static boolean isProviderFile(Path folder, Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file)
                && (folder.equals(file.getParent()) ? name.endsWith(".yaml") : name.equals("provider.yaml"));
    }

    private static Provider read(Path file) {
        try {
            return ProviderReader.read(file.toString(), Files.readString(file), false);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }
}
