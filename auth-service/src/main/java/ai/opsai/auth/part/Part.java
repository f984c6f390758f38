package ai.opsai.auth.part;

/** A service that answers reads. */
public enum Part {
    SAMPLER("sampler", "opsai.sampler.url", "http://127.0.0.1:7251"),
    ORGANIZER("organizer", "opsai.organizer.url", "http://127.0.0.1:7252");

    private final String service;
    private final String property;
    private final String usualAddress;

    Part(String service, String property, String usualAddress) {
        this.service = service;
        this.property = property;
        this.usualAddress = usualAddress;
    }

    String service() {
        return service;
    }

    String property() {
        return property;
    }

    String usualAddress() {
        return usualAddress;
    }
}
