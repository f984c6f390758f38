package ai.opsai.sampler.manifest;

/** A manifest, or a part of it, that can't be used; says where and why. */
public final class ManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final String component;

    public ManifestException(Location location, String component, String message) {
        super(message);
        this.location = location;
        this.component = component;
    }

    public Location location() {
        return location;
    }

    /** The type of the component that is to blame, empty where the file itself is. */
    public String component() {
        return component;
    }

    @Override
    public String getMessage() {
        return location + ": " + super.getMessage();
    }

    /** The message without the place. */
    public String reason() {
        return String.valueOf(super.getMessage());
    }
}
