package ai.opsai.sampler.replay;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Computes an expression straight from its text: the part of the language that requests and records commonly need,
 * written apart from the interpreter. Whatever it doesn't know is {@link NotReplayed}.
 */
final class Formula {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\\d+\\.\\d+|\\d+)|('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")|([A-Za-z_]\\w*)"
                    + "|(==|!=|<=|>=|//|[-+*/%~<>=()\\[\\]{}.,:|]))");

    private final List<String> tokens = new ArrayList<>();
    private final Map<String, @Nullable Object> variables;
    private final FormulaLibrary library;
    private int next;

    private Formula(String text, Map<String, @Nullable Object> variables, Clock clock) {
        this.variables = variables;
        this.library = new FormulaLibrary(clock);
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new NotReplayed("expression " + text);
        }
    }

    static @Nullable Object compute(String text, Map<String, @Nullable Object> variables, Clock clock) {
        var formula = new Formula(text, variables, clock);
        Object value = formula.ternary();
        if (formula.next < formula.tokens.size()) {
            throw new NotReplayed("expression " + text);
        }
        return value;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        String token = peek();
        next++;
        return token;
    }

    private boolean taken(String token) {
        boolean is = peek().equals(token);
        next += is ? 1 : 0;
        return is;
    }

    private void expect(String token) {
        if (!taken(token)) {
            throw new NotReplayed("expression of an unusual form: " + String.join(" ", tokens));
        }
    }

    private @Nullable Object ternary() {
        Object value = or();
        if (!taken("if")) {
            return value;
        }
        Object condition = or();
        Object otherwise = taken("else") ? ternary() : "";
        return condition == Missing.BROKEN ? Missing.BROKEN : Values.truth(condition) ? value : otherwise;
    }

    private @Nullable Object or() {
        Object left = and();
        while (taken("or")) {
            Object right = and();
            left = left == Missing.BROKEN || Values.truth(left) ? left : right;
        }
        return left;
    }

    private @Nullable Object and() {
        Object left = not();
        while (taken("and")) {
            Object right = not();
            left = left == Missing.BROKEN || !Values.truth(left) ? left : right;
        }
        return left;
    }

    private @Nullable Object not() {
        if (!taken("not")) {
            return comparison();
        }
        Object value = not();
        return value == Missing.BROKEN ? Missing.BROKEN : (Object) !Values.truth(value);
    }

    private @Nullable Object comparison() {
        Object left = sum();
        while (true) {
            String operator = peek();
            if (List.of("==", "!=", "<", ">", "<=", ">=", "in").contains(operator)) {
                next++;
                left = strict(left, sum(), (a, b) -> Values.compare(operator, a, b));
            } else if (operator.equals("not")
                    && next + 1 < tokens.size()
                    && tokens.get(next + 1).equals("in")) {
                next += 2;
                left = strict(left, sum(), (a, b) -> !Values.truth(Values.compare("in", a, b)));
            } else if (taken("is")) {
                boolean negated = taken("not");
                left = left == Missing.BROKEN ? Missing.BROKEN : (Object) (Values.is(left, take()) != negated);
            } else {
                return left;
            }
        }
    }

    private static @Nullable Object strict(
            @Nullable Object a, @Nullable Object b, BinaryOperator<@Nullable Object> then) {
        return a == Missing.BROKEN || b == Missing.BROKEN ? Missing.BROKEN : then.apply(a, b);
    }

    private @Nullable Object sum() {
        Object left = product();
        while (peek().equals("+") || peek().equals("-") || peek().equals("~")) {
            String operator = take();
            left = strict(left, product(), (a, b) -> Values.calculate(operator, a, b));
        }
        return left;
    }

    private @Nullable Object product() {
        Object left = unary();
        while (List.of("*", "/", "%", "//").contains(peek())) {
            String operator = take();
            left = strict(left, unary(), (a, b) -> Values.calculate(operator, a, b));
        }
        return left;
    }

    private @Nullable Object unary() {
        return taken("-") ? strict(0L, unary(), (a, b) -> Values.calculate("-", a, b)) : filtered();
    }

    private @Nullable Object filtered() {
        Object value = postfix();
        while (taken("|")) {
            String name = take();
            List<@Nullable Object> arguments = taken("(") ? positional() : List.of();
            value = value == Missing.BROKEN ? Missing.BROKEN : library.filter(name, value, arguments);
        }
        return value;
    }

    private @Nullable Object postfix() {
        Object value = primary();
        while (true) {
            if (taken(".")) {
                String name = take();
                if (taken("(")) {
                    Map<String, @Nullable Object> named = new LinkedHashMap<String, @Nullable Object>();
                    List<@Nullable Object> arguments = arguments(named);
                    value = value == Missing.BROKEN || value == Missing.UNDEFINED
                            ? Missing.BROKEN
                            : library.method(value, name, arguments);
                } else {
                    value = Values.member(value, name);
                }
            } else if (taken("[")) {
                value = subscript(value);
            } else {
                return value;
            }
        }
    }

    private @Nullable Object subscript(@Nullable Object owner) {
        Object from = peek().equals(":") ? 0L : ternary();
        if (!taken(":")) {
            expect("]");
            return Values.member(owner, from);
        }
        Object to = peek().equals("]") ? null : ternary();
        expect("]");
        return Values.slice(owner, from, to);
    }

    private @Nullable Object primary() {
        String token = take();
        if (token.isEmpty()) {
            throw new NotReplayed("expression of an unusual form: " + String.join(" ", tokens));
        }
        char first = token.charAt(0);
        if (Character.isDigit(first)) {
            return token.contains(".") ? (Object) Double.valueOf(token) : Long.valueOf(token);
        }
        if (first == '\'' || first == '"') {
            return Values.unquoted(token);
        }
        return switch (token) {
            case "(" -> {
                Object value = ternary();
                expect(")");
                yield value;
            }
            case "[" -> positionalUntil("]");
            case "{" -> mapping();
            case "true", "True" -> true;
            case "false", "False" -> false;
            case "none", "None" -> null;
            default -> named(token);
        };
    }

    private @Nullable Object named(String name) {
        if (taken("(")) {
            Map<String, @Nullable Object> named = new LinkedHashMap<String, @Nullable Object>();
            List<@Nullable Object> arguments = arguments(named);
            return library.call(name, arguments, named);
        }
        if (!Character.isLetter(name.charAt(0)) && name.charAt(0) != '_') {
            throw new NotReplayed("expression of an unusual form: " + String.join(" ", tokens));
        }
        return variables.containsKey(name) ? variables.get(name) : undeclared(name);
    }

    private static Object undeclared(String name) {
        throw new NotReplayed("the variable " + name);
    }

    private static @Nullable Object defined(@Nullable Object item) {
        if (item == Missing.UNDEFINED || item == Missing.BROKEN) {
            throw new NotReplayed("an undefined value within another");
        }
        return item;
    }

    private List<@Nullable Object> positional() {
        return positionalUntil(")");
    }

    private List<@Nullable Object> positionalUntil(String end) {
        var items = new ArrayList<@Nullable Object>();
        while (!taken(end)) {
            items.add(defined(ternary()));
            if (!taken(",") && !peek().equals(end)) {
                throw new NotReplayed("expression of an unusual form: " + String.join(" ", tokens));
            }
        }
        return items;
    }

    private List<@Nullable Object> arguments(Map<String, @Nullable Object> named) {
        var items = new ArrayList<@Nullable Object>();
        while (!taken(")")) {
            if (next + 1 < tokens.size() && tokens.get(next + 1).equals("=")) {
                String name = take();
                expect("=");
                named.put(name, ternary());
            } else {
                items.add(ternary());
            }
            if (!taken(",") && !peek().equals(")")) {
                throw new NotReplayed("expression of an unusual form: " + String.join(" ", tokens));
            }
        }
        return items;
    }

    private Map<String, @Nullable Object> mapping() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        while (!taken("}")) {
            String key = Objects.toString(ternary());
            expect(":");
            map.put(key, defined(ternary()));
            if (!taken(",") && !peek().equals("}")) {
                throw new NotReplayed("expression of an unusual form: " + String.join(" ", tokens));
            }
        }
        return map;
    }
}
