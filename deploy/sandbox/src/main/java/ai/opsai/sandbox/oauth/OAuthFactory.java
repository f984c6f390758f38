package ai.opsai.sandbox.oauth;

import java.time.Clock;
import java.util.Map;

/**
 * Makes the authorization server of each provider over one client and one token store.
 *
 * @param accounts account names with the labels that the consent pages show
 */
public record OAuthFactory(OAuthClient client, Map<String, String> accounts, TokenStore tokens, Clock clock) {

    public GithubOAuth github() {
        return new GithubOAuth(flow("GitHub"), client, tokens);
    }

    public StripeOAuth stripe() {
        return new StripeOAuth(flow("Stripe"), client, tokens);
    }

    public HubspotOAuth hubspot() {
        return new HubspotOAuth(flow("HubSpot"), client, tokens, clock);
    }

    private CodeFlow flow(String provider) {
        return new CodeFlow(new ConsentPage(provider, accounts), accounts.keySet(), client, tokens, clock);
    }
}
