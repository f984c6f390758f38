package ai.opsai.local.stack;

/** Starts the JVM's one stack on first use and closes it when the JVM ends. */
final class SharedStack implements Stack {

    private static final SharedStack INSTANCE = new SharedStack(StackChoice.start());

    private final Stack stack;

    private SharedStack(Stack stack) {
        this.stack = stack;
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "close-shared-stack"));
    }

    static Stack instance() {
        return INSTANCE;
    }

    @Override
    public String bootstrapServers() {
        return stack.bootstrapServers();
    }

    @Override
    public Database createDatabase(String word) {
        return stack.createDatabase(word);
    }

    /** Others of this JVM still use it. */
    @Override
    public void close() {}
}
