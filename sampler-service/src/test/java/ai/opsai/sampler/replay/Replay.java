package ai.opsai.sampler.replay;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.outbound.OutboundPolicy;
import ai.opsai.sampler.connector.CompiledStream;
import ai.opsai.sampler.connector.Connector;
import ai.opsai.sampler.connector.ConnectorCompiler;
import ai.opsai.sampler.connector.ConnectorProblem;
import ai.opsai.sampler.connector.ProviderAccess;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.StreamReader;
import ai.opsai.sampler.manifest.Manifest;
import ai.opsai.sampler.token.TokenHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Replays the streams of one manifest. */
final class Replay {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07.123456Z"), ZoneOffset.UTC);
    private static final OutboundHttp HTTP =
            OutboundHttp.guarded(OutboundPolicy.publicOnly().withPrivate(true));

    private final Path file;
    private final FakeApi api;
    private final String text;
    private final Connector connector;
    private @Nullable Raws raws;

    /** What the test itself makes of the file. */
    private record Raws(RawManifest manifest, Map<String, @Nullable Object> config) {}

    Replay(Path file, FakeApi api) {
        this.file = file;
        this.api = api;
        this.text = text(file);
        this.connector = ConnectorCompiler.compile(file.getFileName().toString(), Manifest.read(file.toString(), text));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made at the first stream, so that a file that the test can't handle is no failure of its streams. */
    private Raws raws() {
        if (raws == null) {
            RawManifest manifest = RawManifest.parse(text);
            raws = new Raws(manifest, FakeConfig.of(manifest, Act.now(CLOCK)));
        }
        return raws;
    }

    Stream<String> streams() {
        return connector.streams().keySet().stream();
    }

    Outcome read(String stream) {
        return switch (Objects.requireNonNull(connector.streams().get(stream))) {
            case CompiledStream.Ready(StreamPlan plan, List<ConnectorProblem> warnings) ->
                ready(stream, plan, warnings);
            case CompiledStream.Broken(String _, List<ConnectorProblem> problems) ->
                new Outcome.NotRunnable(problems.toString());
        };
    }

    private Outcome ready(String stream, StreamPlan plan, List<ConnectorProblem> warnings) {
        var script = new Script();
        List<String> expected;
        try {
            Map<String, @Nullable Object> component = raws().manifest().stream(stream)
                    .orElseThrow(() -> new NotReplayed("the stream is made at run time"));
            Set<String> left =
                    warnings.stream().map(ConnectorProblem::component).collect(Collectors.toSet());
            expected = new Act(raws().config(), CLOCK, left, script)
                    .stream(component).stream()
                            .map(row -> Canonical.json(row.record()))
                            .toList();
        } catch (NotReplayed e) {
            return new Outcome.NotActed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Outcome.NotActed("a file of an unusual form: " + e);
        }
        String key = file + "#" + stream;
        OutboundHttp client = api.client(key, script, HTTP);
        var access =
                new ProviderAccess(Authentication.VAULT_TOKEN, TokenHeader.BEARER, raws().config(), Set.of(), null);
        var reader = new FullRead(new StreamReader(client, _ -> {}, CLOCK), access);
        String failure = "";
        List<String> actual = List.of();
        try {
            actual = reader.records(plan).stream().map(Canonical::json).toList();
        } catch (RuntimeException e) {
            failure = "reading failed: " + e;
        }
        api.forget(key);
        return compared(expected, actual, failure, script);
    }

    private static Outcome compared(List<String> expected, List<String> actual, String failure, Script script) {
        var problems = new ArrayList<>(script.problems());
        if (!failure.isEmpty()) {
            problems.add(failure);
        }
        var missing = new ArrayList<>(expected);
        var unexpected = new ArrayList<>(actual);
        actual.forEach(missing::remove);
        expected.forEach(unexpected::remove);
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            problems.add("%d records read, %d of %d missing, %d unexpected"
                    .formatted(actual.size(), missing.size(), expected.size(), unexpected.size()));
            missing.stream().limit(1).forEach(record -> problems.add("missing " + record));
            unexpected.stream().limit(1).forEach(record -> problems.add("unexpected " + record));
        }
        return problems.isEmpty()
                ? new Outcome.Exact()
                : new Outcome.Wrong(String.join("\n", problems.subList(0, Math.min(6, problems.size()))));
    }
}
