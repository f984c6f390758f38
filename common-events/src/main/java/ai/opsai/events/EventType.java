package ai.opsai.events;

import static ai.opsai.events.Topic.CONNECTIONS;
import static ai.opsai.events.Topic.ORGANIZING;
import static ai.opsai.events.Topic.PROGRESS;
import static ai.opsai.events.Topic.SAMPLES;

import java.util.Arrays;
import java.util.Set;

/** Each event's name on the wire, its current major version and the topics that it may travel on. */
public enum EventType {
    PROVIDER_CONNECTED(ProviderConnected.class, CONNECTIONS),
    SAMPLE_REQUESTED(SampleRequested.class, CONNECTIONS),
    PROVIDER_REAUTH_REQUIRED(ProviderReauthRequired.class, CONNECTIONS),
    PROVIDER_DISCONNECTED(ProviderDisconnected.class, CONNECTIONS),
    SAMPLE_ROWS(SampleRows.class, SAMPLES),
    SAMPLE_COLLECTED(SampleCollected.class, SAMPLES),
    SAMPLE_FAILED(SampleFailed.class, SAMPLES),
    ORGANIZE_REQUESTED(OrganizeRequested.class, ORGANIZING),
    DATABASE_ORGANIZED(DatabaseOrganized.class, ORGANIZING),
    ORGANIZE_FAILED(OrganizeFailed.class, ORGANIZING),
    OVERRIDES_CHANGED(OverridesChanged.class, ORGANIZING),
    TENANT_ERASED(TenantErased.class, CONNECTIONS, SAMPLES, ORGANIZING),
    SAMPLE_PROGRESSED(SampleProgressed.class, PROGRESS),
    ORGANIZE_PROGRESSED(OrganizeProgressed.class, PROGRESS);

    static final String PREFIX = "ai.opsai.";

    private final Class<? extends Event> record;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Topic> topics;

    EventType(Class<? extends Event> record, Topic... topics) {
        this.record = record;
        this.topics = Set.of(topics);
    }

    public static EventType of(Event event) {
        return Arrays.stream(values())
                .filter(type -> type.record.isInstance(event))
                .findFirst()
                .orElseThrow();
    }

    public Class<? extends Event> record() {
        return record;
    }

    /** The topics of this type: one, except for what every consumer must see in its own order. */
    public Set<Topic> topics() {
        return topics;
    }

    /** The record's name, as in {@code ProviderConnected}. */
    public String simpleName() {
        return record.getSimpleName();
    }

    /** The current major version; older ones are upcast when read. */
    public int version() {
        return 1;
    }

    /** The value of {@code ce_type}, as in {@code ai.opsai.ProviderConnected.v1}. */
    public String wireName() {
        return PREFIX + simpleName() + ".v" + version();
    }
}
