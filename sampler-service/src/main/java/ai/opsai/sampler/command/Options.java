package ai.opsai.sampler.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command was called with.
 *
 * @param streams the streams to read; empty for all
 * @param limit of records of one stream
 */
record Options(
        boolean reads, Path file, @Nullable Path config, List<String> streams, long limit, boolean allowPrivate) {

    /** The command was called in a way that makes no sense. */
    static final class Misused extends Exception {

        private static final long serialVersionUID = 1L;

        Misused(String message) {
            super(message);
        }
    }

    static boolean asksForHelp(String[] arguments) {
        return Arrays.stream(arguments).anyMatch(each -> each.equals("--help") || each.equals("-h"));
    }

    static Options of(String[] arguments) throws Misused {
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        String command = rest.next();
        if (!command.equals("check") && !command.equals("read")) {
            throw new Misused("there is no command " + command);
        }
        boolean reads = command.equals("read");
        Path file = null;
        Path config = null;
        var streams = new ArrayList<String>();
        long limit = Long.MAX_VALUE;
        boolean allowPrivate = false;
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                if (file != null) {
                    throw new Misused("one file is enough");
                }
                file = path(word);
                continue;
            }
            if (!reads) {
                throw new Misused("check takes no " + word);
            }
            switch (word) {
                case "--config" -> config = path(value(word, rest));
                case "--stream" -> streams.add(value(word, rest));
                case "--limit" -> limit = limit(value(word, rest));
                case "--allow-private" -> allowPrivate = true;
                default -> throw new Misused("there is no option " + word);
            }
        }
        if (file == null) {
            throw new Misused("the manifest's file is missing");
        }
        return new Options(reads, file, config, List.copyOf(streams), limit, allowPrivate);
    }

    private static String value(String option, Iterator<String> rest) throws Misused {
        if (!rest.hasNext()) {
            throw new Misused(option + " needs a value");
        }
        return rest.next();
    }

    private static Path path(String text) throws Misused {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Misused("no file can be called " + text);
        }
    }

    private static long limit(String text) throws Misused {
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new Misused("--limit needs a number of at least 1");
        }
        return Long.parseLong(text);
    }
}
