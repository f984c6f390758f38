package ai.opsai.sampler.provider;

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

/** Finds provider folders: the built-in ones, and those of a folder that the operator names. */
public final class ProviderFiles {

    private static final String MANIFEST = "manifest.yaml";
    private static final String PROVIDER = "provider.yaml";

    private ProviderFiles() {}

    /** The providers that come with the service. */
    public static List<SampledProvider> builtIn() {
        try {
            var providers = new ArrayList<SampledProvider>();
            for (Resource manifest :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:connectors/*/" + MANIFEST)) {
                Resource provider = manifest.createRelative(PROVIDER);
                String folder = folder(manifest);
                providers.add(ProviderFile.read(
                        "connectors/" + folder,
                        manifest.getContentAsString(StandardCharsets.UTF_8),
                        provider.getContentAsString(StandardCharsets.UTF_8)));
            }
            return providers;
        } catch (IOException e) {
            throw new UncheckedIOException("The built-in connectors can't be read", e);
        }
    }

    private static String folder(Resource manifest) throws IOException {
        String[] steps = manifest.getURL().getPath().split("/", -1);
        return steps[steps.length - 2];
    }

    /** The providers of a folder: each sub-folder with both files is one. */
    public static List<SampledProvider> in(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.sorted()
                    .filter(each -> Files.exists(each.resolve(MANIFEST)) && Files.exists(each.resolve(PROVIDER)))
                    .map(ProviderFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The connectors of " + folder + " can't be read", e);
        }
    }

    private static SampledProvider read(Path folder) {
        try {
            return ProviderFile.read(
                    folder.toString(),
                    Files.readString(folder.resolve(MANIFEST)),
                    Files.readString(folder.resolve(PROVIDER)));
        } catch (IOException e) {
            throw new UncheckedIOException("The connector of " + folder + " can't be read", e);
        }
    }
}
