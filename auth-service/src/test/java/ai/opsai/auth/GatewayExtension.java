package ai.opsai.auth;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running gateway and its peers for all tests of a run; each test begins with a world in which nothing fails. */
final class GatewayExtension implements ParameterResolver, BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        gateway(context).world.reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Gateway.class || type == Peers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Gateway.class ? gateway(context) : peers(context);
    }

    private static Gateway gateway(ExtensionContext context) {
        return store(context).computeIfAbsent(Gateway.class, ignored -> Gateway.start(), Gateway.class);
    }

    private static Peers peers(ExtensionContext context) {
        return store(context).computeIfAbsent(Peers.class, ignored -> new Peers(), Peers.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(GatewayExtension.class));
    }
}
