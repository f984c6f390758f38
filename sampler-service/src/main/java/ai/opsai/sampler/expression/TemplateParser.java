package ai.opsai.sampler.expression;

import ai.opsai.sampler.expression.Part.Branch;
import ai.opsai.sampler.expression.Part.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the fragments of a template into parts, matching the statements' ends. */
final class TemplateParser {

    private static final int MAX_DEPTH = 20;

    private final List<Fragment> fragments;
    private int at;
    private int depth;

    private TemplateParser(List<Fragment> fragments) {
        this.fragments = fragments;
    }

    static List<Part> parse(String template) {
        var parser = new TemplateParser(Fragment.cut(template));
        List<Part> parts = parser.until(Set.of());
        if (parser.at < parser.fragments.size()) {
            throw new ExpressionException("unexpected " + parser.keyword());
        }
        return parts;
    }

    private List<Part> until(Set<String> ends) {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException("nested too deeply");
        }
        var parts = new ArrayList<Part>();
        while (at < fragments.size() && !(isStatement() && ends.contains(keyword()))) {
            Fragment fragment = fragments.get(at++);
            switch (fragment.kind()) {
                case TEXT -> parts.add(new Part.Text(fragment.source()));
                case OUTPUT -> parts.add(new Part.Output(ExpressionParser.parse(fragment.source())));
                case STATEMENT -> parts.add(statement(new TokenStream(Lexer.tokens(fragment.source()))));
            }
        }
        depth--;
        return parts;
    }

    private boolean isStatement() {
        return fragments.get(at).kind() == Fragment.Kind.STATEMENT;
    }

    private String keyword() {
        String source = fragments.get(at).source().strip();
        int end = 0;
        while (end < source.length() && Character.isLetter(source.charAt(end))) {
            end++;
        }
        return source.substring(0, end);
    }

    private Part statement(TokenStream tokens) {
        String keyword = tokens.name();
        return switch (keyword) {
            case "set" -> set(tokens);
            case "if" -> conditional(tokens);
            case "for" -> loop(tokens);
            default -> throw new ExpressionException("unknown statement " + keyword);
        };
    }

    private Part set(TokenStream tokens) {
        List<Target> targets = targets(tokens);
        if (tokens.skip("=")) {
            Node value = new ExpressionParser(tokens).tuple();
            tokens.end();
            return new Part.Set(targets, value);
        }
        tokens.end();
        List<Part> body = until(Set.of("endset"));
        close("endset");
        return new Part.SetBlock(targets.getFirst(), body);
    }

    private static List<Target> targets(TokenStream tokens) {
        boolean parenthesised = tokens.skip("(");
        var targets = new ArrayList<Target>();
        do {
            String name = tokens.name();
            targets.add(new Target(name, tokens.skip(".") ? tokens.name() : ""));
        } while (tokens.skip(","));
        if (parenthesised) {
            tokens.expect(")");
        }
        return targets;
    }

    private Part conditional(TokenStream first) {
        var branches = new ArrayList<Branch>();
        TokenStream tokens = first;
        while (true) {
            Node test = new ExpressionParser(tokens).tuple();
            tokens.end();
            branches.add(new Branch(test, until(Set.of("elif", "else", "endif"))));
            if (at >= fragments.size() || !keyword().equals("elif")) {
                break;
            }
            tokens = new TokenStream(Lexer.tokens(fragments.get(at++).source()));
            tokens.expectName("elif");
        }
        List<Part> otherwise = alternative("endif");
        return new Part.If(branches, otherwise);
    }

    private Part loop(TokenStream tokens) {
        List<Target> targets = targets(tokens);
        tokens.expectName("in");
        var expressions = new ExpressionParser(tokens);
        Node items = expressions.or();
        List<Node> filter = tokens.skipName("if") ? List.of(expressions.expression()) : List.of();
        // The format's own manifests write a colon here, as Python does; the reference reads over it.
        tokens.skip(":");
        tokens.end();
        List<Part> body = until(Set.of("else", "endfor"));
        return new Part.For(targets, items, filter, body, alternative("endfor"));
    }

    private List<Part> alternative(String end) {
        List<Part> parts = List.of();
        if (at < fragments.size() && keyword().equals("else")) {
            at++;
            parts = until(Set.of(end));
        }
        close(end);
        return parts;
    }

    private void close(String end) {
        if (at >= fragments.size() || !keyword().equals(end)) {
            throw new ExpressionException("missing " + end);
        }
        at++;
    }
}
