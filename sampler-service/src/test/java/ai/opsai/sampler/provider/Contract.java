package ai.opsai.sampler.provider;

import ai.opsai.sampler.manifest.ManifestFile;
import ai.opsai.sampler.manifest.Source;
import ai.opsai.sampler.token.TokenHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What one connector must ask and make of the answers, case by case, in the provider's own shape: {@code
 * published/<id>/contract.yaml}. How to write one stands in {@code published/README.md}.
 */
record Contract(SampledProvider provider, Source.Mapping file) {

    private static final String FILE = "contract.yaml";
    private static final Map<String, SampledProvider> BUILT_IN = ProviderFiles.builtIn().stream()
            .collect(Collectors.toMap(SampledProvider::id, provider -> provider, (one, _) -> one, LinkedHashMap::new));

    static List<Contract> all() {
        try {
            var found = new TreeMap<String, Contract>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:published/*/" + FILE)) {
                String[] steps = file.getURL().getPath().split("/", -1);
                found.put(steps[steps.length - 2], of(steps[steps.length - 2], file));
            }
            return List.copyOf(found.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract of(String id, Resource file) throws IOException {
        String yaml = file.getContentAsString(StandardCharsets.UTF_8);
        return new Contract(Objects.requireNonNull(BUILT_IN.get(id), id), ManifestFile.read(id + "/" + FILE, yaml));
    }

    String id() {
        return provider.id();
    }

    /** The path of the gateway's {@code api.base}, below which a connector asks. */
    String base() {
        String base = file.optionalText("base");
        return base == null ? "" : base;
    }

    /** The header in which the gateway has the token sent. */
    TokenHeader header() {
        if (!file.has("auth")) {
            return TokenHeader.BEARER;
        }
        Source.Mapping auth = file.mapping("auth");
        return new TokenHeader(auth.text("name"), auth.text("prefix"));
    }

    /** Entities that their provider gives in one answer. */
    List<String> single() {
        return file.texts("single");
    }

    Map<String, @Nullable Object> plain(String key) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        if (file.has(key)) {
            file.mapping(key).entries().forEach((name, value) -> plain.put(name, value.plain()));
        }
        return plain;
    }

    List<ContractCase> cases() {
        return file.mappings("cases").stream()
                .map(each -> new ContractCase(this, each))
                .toList();
    }

    @Override
    public String toString() {
        return id();
    }
}
