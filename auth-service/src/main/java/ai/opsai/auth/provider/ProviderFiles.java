package ai.opsai.auth.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads provider files: ours from the class path, the operator's from a folder. A bad file stops the start. */
final class ProviderFiles {

    private static final String BUILT_IN = "classpath*:providers/*/provider.yaml";

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    List<Provider> builtIn() {
        try {
            List<Provider> providers = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(BUILT_IN)) {
                providers.add(parse(resource.getDescription(), resource.getContentAsString(StandardCharsets.UTF_8)));
            }
            return providers;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the built-in provider files", e);
        }
    }

    /** Every {@code *.yaml} of the folder and of its sub-folders named {@code provider.yaml}. */
    List<Provider> ofOperator(@Nullable Path folder) {
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(ProviderFiles::isProviderFile)
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the folder opsai.providers.dir, " + folder, e);
        }
    }

    private static boolean isProviderFile(Path file) {
        return file.getFileName().toString().equals("provider.yaml");
    }

    private Provider read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }

    Provider parse(String file, String yaml) {
        try {
            Object tree = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
            return mapper.convertValue(tree, ProviderFile.class).complete();
        } catch (YamlEngineException | JacksonException | NullPointerException e) {
            throw new IllegalArgumentException(file + " is no valid provider file: " + e.getMessage(), e);
        }
    }
}
