package ai.opsai.sampler.expression;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The syntax tree of one expression. */
sealed interface Node {

    record Constant(@Nullable Object value) implements Node {}

    record Name(String name) implements Node {}

    record Member(Node target, String name) implements Node {}

    record Item(Node target, Node key) implements Node {}

    record Slice(
            Node target,
            @Nullable Node from,
            @Nullable Node to,
            @Nullable Node step) implements Node {}

    record Call(Node target, Passed passed) implements Node {}

    record Filter(Node target, String name, Passed passed) implements Node {}

    record Test(Node target, String name, Passed passed) implements Node {}

    record Not(Node operand) implements Node {}

    record Sign(boolean negative, Node operand) implements Node {}

    record Arithmetic(String operator, Node left, Node right) implements Node {}

    record Concat(List<Node> parts) implements Node {}

    record Comparison(Node first, List<Comparand> others) implements Node {}

    record And(Node left, Node right) implements Node {}

    record Or(Node left, Node right) implements Node {}

    record Condition(Node test, Node then, @Nullable Node otherwise) implements Node {}

    record ListLiteral(List<Node> items) implements Node {}

    record TupleLiteral(List<Node> items) implements Node {}

    record DictLiteral(List<Pair> pairs) implements Node {}

    record Comparand(String operator, Node operand) {}

    record Pair(Node key, Node value) {}

    /** The arguments as written. */
    record Passed(List<Node> positional, Map<String, Node> named) {
        static final Passed NOTHING = new Passed(List.of(), Map.of());
    }
}
