package ai.opsai.sampler.command;

import ai.opsai.platform.outbound.OutboundHttp;
import ai.opsai.platform.problem.Problem.FieldError;
import ai.opsai.sampler.connector.CompiledStream;
import ai.opsai.sampler.connector.Connector;
import ai.opsai.sampler.connector.ConnectorProblem;
import ai.opsai.sampler.connector.FullRead;
import ai.opsai.sampler.connector.Pause;
import ai.opsai.sampler.connector.ProviderFailure;
import ai.opsai.sampler.connector.RequestBudget;
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
import java.util.concurrent.atomic.AtomicLong;
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
        Map<String, @Nullable Object> given = text.completed(config());
        List<FieldError> errors = ConfigCheck.errors(text.spec().schema(), given);
        if (!errors.isEmpty()) {
            errors.forEach(error -> err.println(error.field() + ": " + error.message()));
            return false;
        }
        Map<String, @Nullable Object> config = text.connector().configured(given, clock);
        var access = OwnAccess.of(config, ConnectorHosts.of(text, config, clock));
        var reader = new StreamReader(http, Pause.sleeping(), clock);
        var budget = new RequestBudget(Integer.MAX_VALUE, 0);
        try {
            Connector connector = reader.expanded(text.connector(), access, budget);
            return read(connector, new FullRead(reader, access, budget, new Patience(clock, err)));
        } catch (ProviderFailure e) {
            err.println("The provider doesn't tell which streams there are: " + e.sentence());
            return false;
        }
    }

    private boolean read(Connector connector, FullRead full) {
        boolean complete = true;
        for (CompiledStream stream : wanted(connector)) {
            complete &= switch (stream) {
                case CompiledStream.Ready(StreamPlan plan, List<ConnectorProblem> _) -> read(full, plan);
                case CompiledStream.Broken(String name, List<ConnectorProblem> problems) -> broken(name, problems);
            };
        }
        return complete && unknown(connector).isEmpty();
    }

    private boolean read(FullRead full, StreamPlan plan) {
        var read = new AtomicLong();
        try {
            full.readWhile(plan, record -> {
                out.println(JSON.writeValueAsString(record));
                return read.incrementAndGet() < options.limit() && !out.checkError();
            });
            err.println(plan.name() + ": " + read + (read.get() == 1 ? " record" : " records"));
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

    private Collection<CompiledStream> wanted(Connector connector) {
        unknown(connector).forEach(name -> err.println(name + ": the manifest has no stream of this name"));
        var streams = new LinkedHashMap<>(connector.streams());
        if (!options.streams().isEmpty()) {
            streams.keySet().retainAll(options.streams());
        }
        return streams.values();
    }

    private List<String> unknown(Connector connector) {
        return options.streams().stream()
                .filter(name -> !connector.streams().containsKey(name))
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
