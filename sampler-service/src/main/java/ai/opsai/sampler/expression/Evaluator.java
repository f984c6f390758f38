package ai.opsai.sampler.expression;

import ai.opsai.sampler.expression.Node.Comparand;
import ai.opsai.sampler.expression.Node.Passed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Computes one expression's value. Work is counted, so that no template can run for ever. */
final class Evaluator {

    private static final int MAX_STEPS = 200_000;

    private int steps;

    @Nullable
    Object value(Node node, Frame frame) {
        if (++steps > MAX_STEPS) {
            throw new ExpressionException("expression takes too many steps");
        }
        return switch (node) {
            case Node.Constant(Object value) -> value;
            case Node.Name(String name) -> frame.get(name);
            case Node.Member(Node target, String name) -> Attributes.member(value(target, frame), name);
            case Node.Item(Node target, Node key) -> Attributes.item(value(target, frame), value(key, frame));
            case Node.Slice slice -> slice(slice, frame);
            case Node.Call(Node target, Passed passed) -> call(value(target, frame), arguments(passed, frame));
            case Node.Filter(Node target, String name, Passed passed) ->
                Filters.apply(name, value(target, frame), arguments(passed, frame));
            case Node.Test(Node target, String name, Passed passed) ->
                Checks.holds(name, value(target, frame), arguments(passed, frame));
            case Node.Not(Node operand) -> !Truth.of(value(operand, frame));
            case Node.Sign(boolean negative, Node operand) -> sign(negative, value(operand, frame));
            case Node.Arithmetic(String operator, Node left, Node right) ->
                Operators.apply(operator, value(left, frame), value(right, frame));
            case Node.Concat(List<Node> parts) -> concat(parts, frame);
            case Node.Comparison(Node first, List<Comparand> others) -> comparison(first, others, frame);
            case Node.And(Node left, Node right) -> and(left, right, frame);
            case Node.Or(Node left, Node right) -> or(left, right, frame);
            case Node.Condition condition -> condition(condition, frame);
            case Node.ListLiteral(List<Node> items) -> values(items, frame);
            case Node.TupleLiteral(List<Node> items) -> new Tuple(values(items, frame));
            case Node.DictLiteral(List<Node.Pair> pairs) -> dict(pairs, frame);
        };
    }

    private List<@Nullable Object> values(List<Node> nodes, Frame frame) {
        var values = new ArrayList<@Nullable Object>(nodes.size());
        for (Node node : nodes) {
            values.add(value(node, frame));
        }
        return values;
    }

    private Arguments arguments(Passed passed, Frame frame) {
        if (passed.positional().isEmpty() && passed.named().isEmpty()) {
            return Arguments.NONE;
        }
        var named = new LinkedHashMap<String, @Nullable Object>();
        List<@Nullable Object> positional = values(passed.positional(), frame);
        passed.named().forEach((name, node) -> named.put(name, value(node, frame)));
        return new Arguments(positional, named);
    }

    private static @Nullable Object call(@Nullable Object target, Arguments arguments) {
        return switch (target) {
            case Callable callable -> callable.call(arguments);
            case Undefined _ -> throw new ExpressionException.ThroughUndefined("the called name is undefined");
            case null, default -> throw new ExpressionException.WrongType("the value is not callable");
        };
    }

    private @Nullable Object slice(Node.Slice slice, Frame frame) {
        Object target = value(slice.target(), frame);
        return Sequences.slice(
                target, bound(slice.from(), frame), bound(slice.to(), frame), bound(slice.step(), frame));
    }

    private @Nullable Object bound(@Nullable Node node, Frame frame) {
        return node == null ? null : value(node, frame);
    }

    private static Object sign(boolean negative, @Nullable Object operand) {
        if (operand == Undefined.VALUE) {
            throw new ExpressionException.ThroughUndefined("the operand is undefined");
        }
        if (operand instanceof java.time.Duration duration) {
            return negative ? duration.negated() : duration;
        }
        return negative ? negated(operand) : Operators.apply("+", operand, 0L);
    }

    static Object negated(@Nullable Object operand) {
        return Numbers.isFloat(operand)
                ? (Object) (-Numbers.real(operand))
                : Numbers.normal(Numbers.big(operand).negate());
    }

    private String concat(List<Node> parts, Frame frame) {
        var text = new StringBuilder();
        for (Node part : parts) {
            text.append(Texts.str(value(part, frame)));
        }
        return text.toString();
    }

    private boolean comparison(Node first, List<Comparand> others, Frame frame) {
        Object left = value(first, frame);
        for (Comparand other : others) {
            Object right = value(other.operand(), frame);
            if (!Comparisons.holds(other.operator(), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private @Nullable Object and(Node left, Node right, Frame frame) {
        Object value = value(left, frame);
        return Truth.of(value) ? value(right, frame) : value;
    }

    private @Nullable Object or(Node left, Node right, Frame frame) {
        Object value = value(left, frame);
        return Truth.of(value) ? value : value(right, frame);
    }

    private @Nullable Object condition(Node.Condition condition, Frame frame) {
        if (Truth.of(value(condition.test(), frame))) {
            return value(condition.then(), frame);
        }
        return condition.otherwise() == null
                ? Undefined.VALUE
                : value(Objects.requireNonNull(condition.otherwise()), frame);
    }

    private Map<@Nullable Object, @Nullable Object> dict(List<Node.Pair> pairs, Frame frame) {
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (Node.Pair pair : pairs) {
            map.put(value(pair.key(), frame), value(pair.value(), frame));
        }
        return map;
    }
}
