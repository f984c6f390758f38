package ai.opsai.sandbox.oauth;

/** The one app that is registered with all providers here. */
public record OAuthClient(String id, String secret) {

    boolean matches(String otherId, String otherSecret) {
        return id.equals(otherId) && secret.equals(otherSecret);
    }

    @Override
    public String toString() {
        return "OAuthClient[" + id + "]";
    }
}
