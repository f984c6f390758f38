package ai.opsai.platform.assertion;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler its {@link VerifiedCaller}: a handler that asks for one can't be reached without proof. */
public final class CallerResolver implements HandlerMethodArgumentResolver {

    private final AssertionVerifier verifier;

    public CallerResolver(AssertionVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(VerifiedCaller.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return verifier.verify(request.getHeader("Authorization"));
    }
}
