package ai.opsai.sampler.connector;

import ai.opsai.sampler.expression.Template;
import ai.opsai.sampler.manifest.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Compiles OAuth grants, and the tokens that are signed for them or by themselves. */
final class GrantCompiler {

    private GrantCompiler() {}

    static GrantPlan grant(Source.Mapping component) {
        boolean asserted = component.flag("use_profile_assertion", false);
        return new GrantPlan(
                Compiling.template(component, "token_refresh_endpoint", ""),
                fields(component),
                Compiling.fields(component, "refresh_request_body"),
                Compiling.fields(component, "refresh_request_headers"),
                asserted ? jwt(component.mapping("profile_assertion")) : null,
                Compiling.optional(component, "access_token_value"),
                Compiling.template(component, "access_token_name", "access_token"),
                Compiling.template(component, "expires_in_name", "expires_in"));
    }

    private static List<GrantPlan.Field> fields(Source.Mapping component) {
        var fields = new ArrayList<GrantPlan.Field>();
        fields.add(field(component, "grant_type", "refresh_token"));
        fields.add(field(component, "client_id", ""));
        fields.add(field(component, "client_secret", ""));
        fields.add(field(component, "refresh_token", ""));
        List<String> scopes = component.texts("scopes");
        if (!scopes.isEmpty()) {
            fields.add(new GrantPlan.Field(Template.parse("scope"), Template.parse(String.join(" ", scopes))));
        }
        return fields;
    }

    private static GrantPlan.Field field(Source.Mapping component, String name, String otherwise) {
        return new GrantPlan.Field(
                Compiling.template(component, name + "_name", name), Compiling.template(component, name, otherwise));
    }

    static JwtPlan jwt(Source.Mapping component) {
        return new JwtPlan(
                Compiling.template(component, "secret_key"),
                Compiling.optional(component, "passphrase"),
                component.flag("base64_encode_secret_key", false),
                Compiling.template(component, "algorithm"),
                component.number("token_duration", 1_200),
                both(component, "additional_jwt_headers", "jwt_headers"),
                both(component, "additional_jwt_payload", "jwt_payload"));
    }

    private static ValuePlan.Fields both(Source.Mapping component, String first, String second) {
        var fields = new LinkedHashMap<>(Compiling.fields(component, first).fields());
        fields.putAll(Compiling.fields(component, second).fields());
        return new ValuePlan.Fields(fields);
    }
}
