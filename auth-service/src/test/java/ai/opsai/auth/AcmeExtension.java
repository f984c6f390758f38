package ai.opsai.auth;

import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** An {@link AcmeGateway} for the tests of one class: its clock is theirs. Each begins as nothing goes wrong. */
final class AcmeExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        store(context).put(AcmeGateway.class, new AcmeGateway());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        acme(context).reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AcmeGateway.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return acme(context);
    }

    private static AcmeGateway acme(ExtensionContext context) {
        return Objects.requireNonNull(store(context).get(AcmeGateway.class, AcmeGateway.class));
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(AcmeExtension.class));
    }
}
