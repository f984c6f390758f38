package ai.opsai.sandbox.github;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A GraphQL document: one query without variables, and its fragments. */
record GraphQuery(List<Selection> selections, Map<String, List<Selection>> fragments) {

    /** What is asked of an object. */
    sealed interface Selection {

        record Field(String alias, String name, Map<String, String> arguments, List<Selection> selections)
                implements Selection {}

        record Spread(String fragment) implements Selection {}

        record Inline(String type, List<Selection> selections) implements Selection {}
    }

    /** @throws IllegalArgumentException when it is no such document */
    static GraphQuery parse(String text) {
        return new Parser(text).document();
    }

    private static final class Parser {

        private static final Pattern TOKEN =
                Pattern.compile("\\.\\.\\.|[{}():]|\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][A-Za-z0-9_]*|-?\\d+");

        private final List<String> tokens = new ArrayList<>();
        private int position;

        private Parser(String text) {
            Matcher matcher = TOKEN.matcher(text);
            while (matcher.find()) {
                tokens.add(matcher.group());
            }
        }

        private GraphQuery document() {
            List<Selection> query = List.of();
            Map<String, List<Selection>> fragments = new LinkedHashMap<>();
            while (position < tokens.size()) {
                if (taken("fragment")) {
                    String name = next();
                    expect("on");
                    next();
                    fragments.put(name, selections());
                } else {
                    taken("query");
                    query = selections();
                }
            }
            return new GraphQuery(query, fragments);
        }

        private List<Selection> selections() {
            expect("{");
            List<Selection> selections = new ArrayList<>();
            while (!taken("}")) {
                selections.add(taken("...") ? fragment() : field());
            }
            return selections;
        }

        private Selection fragment() {
            return taken("on") ? new Selection.Inline(next(), selections()) : new Selection.Spread(next());
        }

        private Selection field() {
            String alias = next();
            String name = taken(":") ? next() : alias;
            Map<String, String> arguments = new LinkedHashMap<>();
            if (taken("(")) {
                while (!taken(")")) {
                    String argument = next();
                    expect(":");
                    arguments.put(argument, value(next()));
                }
            }
            return new Selection.Field(alias, name, arguments, peek("{") ? selections() : List.of());
        }

        private static String value(String token) {
            return token.startsWith("\"")
                    ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1")
                    : token;
        }

        private boolean peek(String token) {
            return position < tokens.size() && Objects.equals(tokens.get(position), token);
        }

        private boolean taken(String token) {
            boolean is = peek(token);
            position += is ? 1 : 0;
            return is;
        }

        private void expect(String token) {
            if (!taken(token)) {
                throw new IllegalArgumentException("Expected " + token);
            }
        }

        private String next() {
            if (position >= tokens.size()) {
                throw new IllegalArgumentException("Unexpected end of document");
            }
            return tokens.get(position++);
        }
    }
}
