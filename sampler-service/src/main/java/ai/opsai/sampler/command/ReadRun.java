package ai.opsai.sampler.command;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.problem.Problem.FieldError;
import ai.opsai.sampler.connector.CompiledStream;
import ai.opsai.sampler.connector.ConnectorProblem;
import ai.opsai.sampler.connector.Pause;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.StreamPlan;
import ai.opsai.sampler.connector.StreamReader;
import ai.opsai.sampler.own.ConfigCheck;
import ai.opsai.sampler.own.ConnectorHosts;
import ai.opsai.sampler.own.ManifestText;
import ai.opsai.sampler.own.OwnAccess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads streams to their ends; what defeats one leaves the others alone. */
final class ReadRun {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Options options;
    private final ManifestText text;
    private final PrintStream out;
    private final PrintStream err;

    ReadRun(Options options, ManifestText text, PrintStream out, PrintStream err) {
        this.options = options;
        this.text = text;
        this.out = out;
        this.err = err;
    }

    /** Whether all that was asked for was read. */
    boolean run(OutboundHttp http, Clock clock) throws IOException {
        Map<String, @Nullable Object> config = text.completed(config());
        List<FieldError> errors = ConfigCheck.errors(text.spec().schema(), config);
        if (!errors.isEmpty()) {
            errors.forEach(error -> err.println(error.field() + ": " + error.message()));
            return false;
        }
        var whole = new WholeStream(
                new StreamReader(http, Pause.sleeping(), clock),
                OwnAccess.of(config, ConnectorHosts.of(text, config, clock)),
                clock,
                err);
        boolean complete = true;
        for (CompiledStream stream : wanted()) {
            complete &= switch (stream) {
                case CompiledStream.Ready(StreamPlan plan, List<ConnectorProblem> _) -> read(whole, plan);
                case CompiledStream.Broken(String name, List<ConnectorProblem> problems) -> broken(name, problems);
            };
        }
        return complete && unknown().isEmpty();
    }

    private boolean read(WholeStream whole, StreamPlan plan) {
        try {
            long read = whole.read(plan, options.limit(), record -> {
                out.println(JSON.writeValueAsString(record));
                return !out.checkError();
            });
            err.println(plan.name() + ": " + read + (read == 1 ? " record" : " records"));
            return true;
        } catch (ProviderFailure e) {
            err.println(plan.name() + ": " + e.sentence());
            return false;
        }
    }

    private boolean broken(String name, List<ConnectorProblem> problems) {
        problems.forEach(problem -> err.println(name + ": " + problem.place() + ": " + problem.message()));
        return false;
    }

    private Collection<CompiledStream> wanted() {
        unknown().forEach(name -> err.println(name + ": the manifest has no stream of this name"));
        var streams = new LinkedHashMap<>(text.connector().streams());
        if (!options.streams().isEmpty()) {
            streams.keySet().retainAll(options.streams());
        }
        return streams.values();
    }

    private List<String> unknown() {
        return options.streams().stream()
                .filter(name -> !text.connector().streams().containsKey(name))
                .toList();
    }

    @SuppressWarnings("unchecked") // Jackson gives maps from text
    private Map<String, @Nullable Object> config() throws IOException {
        if (options.config() == null) {
            return Map.of();
        }
        try {
            JsonNode config = JSON.readTree(Files.readString(options.config(), StandardCharsets.UTF_8));
            if (config.isObject()) {
                return JSON.treeToValue(config, Map.class);
            }
        } catch (JacksonException e) {
            // Its message may quote the file, and the file holds secrets.
            throw new IOException(options.config() + " is no JSON");
        }
        throw new IOException(options.config() + " is no JSON object");
    }
}
