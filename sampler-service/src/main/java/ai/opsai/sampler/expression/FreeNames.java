package ai.opsai.sampler.expression;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that a template reads from its scope: those it neither sets itself nor finds among the macros. */
final class FreeNames {

    private final Set<String> read = new HashSet<>();
    private final Set<String> set = new HashSet<>(Set.of("loop"));

    static Set<String> of(List<Part> parts) {
        var names = new FreeNames();
        names.parts(parts);
        names.read.removeAll(names.set);
        names.read.removeIf(Macros::exists);
        // The template itself, of which expressions can see nothing.
        names.read.remove("self");
        return Set.copyOf(names.read);
    }

    private void parts(List<Part> parts) {
        for (Part part : parts) {
            switch (part) {
                case Part.Text _ -> {}
                case Part.Output(Node node) -> node(node);
                case Part.Set(List<Part.Target> targets, Node value) -> {
                    node(value);
                    targets(targets);
                }
                case Part.SetBlock(Part.Target target, List<Part> body) -> {
                    parts(body);
                    targets(List.of(target));
                }
                case Part.If(List<Part.Branch> branches, List<Part> otherwise) -> {
                    branches.forEach(branch -> {
                        node(branch.test());
                        parts(branch.body());
                    });
                    parts(otherwise);
                }
                case Part.For loop -> {
                    node(loop.items());
                    targets(loop.targets());
                    loop.filter().forEach(this::node);
                    parts(loop.body());
                    parts(loop.otherwise());
                }
            }
        }
    }

    private void targets(List<Part.Target> targets) {
        targets.forEach(target -> (target.member().isEmpty() ? set : read).add(target.name()));
    }

    private void nodes(List<Node> nodes) {
        nodes.forEach(this::node);
    }

    private void passed(Node.Passed passed) {
        nodes(passed.positional());
        passed.named().values().forEach(this::node);
    }

    private void optional(@org.jspecify.annotations.Nullable Node node) {
        if (node != null) {
            node(node);
        }
    }

    private void node(Node node) {
        switch (node) {
            case Node.Constant _ -> {}
            case Node.Name(String name) -> read.add(name);
            case Node.Member(Node target, String _) -> node(target);
            case Node.Item(Node target, Node key) -> nodes(List.of(target, key));
            case Node.Slice(Node target, Node from, Node to, Node step) -> {
                node(target);
                optional(from);
                optional(to);
                optional(step);
            }
            case Node.Call(Node target, Node.Passed passed) -> {
                node(target);
                passed(passed);
            }
            case Node.Filter(Node target, String _, Node.Passed passed) -> {
                node(target);
                passed(passed);
            }
            case Node.Test(Node target, String _, Node.Passed passed) -> {
                node(target);
                passed(passed);
            }
            case Node.Not(Node operand) -> node(operand);
            case Node.Sign(boolean _, Node operand) -> node(operand);
            case Node.Arithmetic(String _, Node left, Node right) -> nodes(List.of(left, right));
            case Node.Concat(List<Node> parts) -> nodes(parts);
            case Node.Comparison(Node first, List<Node.Comparand> others) -> {
                node(first);
                others.forEach(other -> node(other.operand()));
            }
            case Node.And(Node left, Node right) -> nodes(List.of(left, right));
            case Node.Or(Node left, Node right) -> nodes(List.of(left, right));
            case Node.Condition(Node test, Node then, Node otherwise) -> {
                nodes(List.of(test, then));
                optional(otherwise);
            }
            case Node.ListLiteral(List<Node> items) -> nodes(items);
            case Node.TupleLiteral(List<Node> items) -> nodes(items);
            case Node.DictLiteral(List<Node.Pair> pairs) ->
                pairs.forEach(pair -> nodes(List.of(pair.key(), pair.value())));
        }
    }
}
