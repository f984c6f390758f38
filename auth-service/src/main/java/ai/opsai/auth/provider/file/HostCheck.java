package ai.opsai.auth.provider.file;

import ai.opsai.auth.provider.Address;
import ai.opsai.auth.provider.Provider;
import java.util.stream.Stream;

/** The hosts that we call with a token are among those that a file allows. */
final class HostCheck {

    private HostCheck() {}

    static void check(Provider provider, Knobs root) {
        require(provider, root.required("api"), "allowedHosts", provider.api().address());
        Stream.concat(
                        Stream.of(provider.identity().path()),
                        provider.postConnect().stream().map(lookup -> lookup.path()))
                .filter(path -> !path.startsWith("/"))
                .forEach(path -> require(provider, root.required("api"), "allowedHosts", new Address(path)));
    }

    private static void require(Provider provider, Knobs api, String knob, Address address) {
        if (!provider.api().hosts().contains(address.authority())) {
            api.complain(knob, "lacks " + address.authority() + ", which is called with the token");
        }
    }
}
