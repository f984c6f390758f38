package ai.opsai.auth;

import java.util.Map;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One gateway in {@code jwt} mode behind an https address, for all tests of a run that need one. */
final class ProvenGatewayExtension implements ParameterResolver, BeforeEachCallback {

    static final String PUBLIC_URL = "https://opsai.example.com";
    static final String APP = "https://app.example.com";

    @Override
    public void beforeEach(ExtensionContext context) {
        gateway(context).world.reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Gateway.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return gateway(context);
    }

    private static Gateway gateway(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ProvenGatewayExtension.class))
                .computeIfAbsent(Gateway.class, ignored -> start(), Gateway.class);
    }

    private static Gateway start() {
        return new Gateway(Map.of(
                "opsai.security.mode",
                "jwt",
                "opsai.security.jwt.secret",
                Tokens.SECRET,
                "opsai.security.jwt.audience",
                "authenticated",
                "opsai.public-url",
                PUBLIC_URL,
                "opsai.rate-limits.starts-per-minute",
                "300",
                "opsai.cors.origins",
                APP));
    }
}
