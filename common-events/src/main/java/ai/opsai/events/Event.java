package ai.opsai.events;

/** The closed set of facts that services tell each other. All are immutable; none ever carries a token or a secret. */
public sealed interface Event
        permits ProviderConnected,
                SampleRequested,
                ProviderReauthRequired,
                ProviderDisconnected,
                SampleRows,
                SampleCollected,
                SampleFailed,
                OrganizeRequested,
                DatabaseOrganized,
                OrganizeFailed,
                OverridesChanged,
                TenantErased,
                SampleProgressed,
                OrganizeProgressed {}
