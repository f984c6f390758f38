package ai.opsai.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressClassTests {

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "140.82.112.3", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::1"})
    void theOpenInternetIsPublic(String literal) {
        assertThat(classOf(literal)).isEqualTo(AddressClass.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "::1",
                "fd00::1",
                "fc00::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:0:4136:e378:8000:63bf:80ff:fffe"
            })
    void loopbackAndNetworksOfAnOrganisationArePrivate(String literal) {
        assertThat(classOf(literal)).isEqualTo(AddressClass.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "192.0.2.1",
                "198.18.0.1",
                "fe80::1",
                "ff02::1",
                "::",
                "2001:db8::1",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "fec0::1"
            })
    void whatNobodyMayCallIsForbidden(String literal) {
        assertThat(classOf(literal)).isEqualTo(AddressClass.FORBIDDEN);
    }

    private static AddressClass classOf(String literal) {
        return AddressClass.of(InetAddress.ofLiteral(literal));
    }
}
