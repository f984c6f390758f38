package ai.opsai.sandbox;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The sandbox as a process: starts, says what it offers, and runs until it is stopped. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "A small SaaS world for demos and tests, on 127.0.0.1 only. All people in it are made up.",
        footer = {
            "",
            "Providers      /github  /stripe  /hubspot  (each stands for that provider's hosts)",
            "Model          /openai/v1  (any key)",
            "Accounts       acme (default), studio (another kind of business), mega (very large texts)",
            "Tokens to paste  sandbox-github-token, sandbox-stripe-token, sandbox-hubspot-token;",
            "               for another account with its name behind: sandbox-github-token-studio",
            "Control        /_control/health, /faults, /requests, /llm, /tokens, /truth/{account}"
        })
final class SandboxCommand implements Callable<Integer> {

    @Option(names = "--port", description = "Port to listen on, default ${DEFAULT-VALUE}.")
    private int port = SandboxOptions.DEFAULT_PORT;

    @Option(names = "--people", description = "People in the account acme, 50 to 6000, default ${DEFAULT-VALUE}.")
    private int people = SandboxOptions.DEFAULT_PEOPLE;

    @Option(names = "--seed", description = "The same seed gives the same world, default ${DEFAULT-VALUE}.")
    private long seed = SandboxOptions.DEFAULT_SEED;

    @Option(
            names = "--scattered",
            description = "Each provider lists people in an order of its own, so that first pages hardly overlap.")
    private boolean scattered;

    @Option(names = "--client-id", description = "The registered app's client id, default ${DEFAULT-VALUE}.")
    private String clientId = SandboxOptions.DEFAULT_CLIENT_ID;

    @Option(names = "--client-secret", description = "Its secret, default ${DEFAULT-VALUE}.")
    private String clientSecret = SandboxOptions.DEFAULT_CLIENT_SECRET;

    @Option(names = "--real-limits", description = "Apply the providers' published rate limits (default: 50 times).")
    private boolean realLimits;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        int status = new CommandLine(new SandboxCommand()).execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Sandbox sandbox = Sandbox.start(new SandboxOptions(
                    port, people, seed, scattered, clientId, clientSecret, realLimits, Clock.systemUTC()));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            out.printf("Sandbox with %,d people on %s (client %s)%n", people, sandbox.baseUrl(), clientId);
            out.println("Tokens to paste: sandbox-github-token, sandbox-stripe-token, sandbox-hubspot-token"
                    + " (other accounts: …-studio, …-mega)");
            out.flush();
            return 0;
        } catch (RuntimeException e) {
            err.println("The sandbox can't start: " + e.getMessage());
            return 1;
        }
    }
}
