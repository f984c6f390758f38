package ai.opsai.platform.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * What kind of network an address belongs to. Addresses that carry an IPv4 address inside (mapped, NAT64, 6to4,
 * Teredo) count as the inner one, which is where the packets end up.
 */
enum AddressClass {
    PUBLIC,
    /** Loopback and networks of an organisation: open only where the policy says so. */
    PRIVATE,
    /** Link-local (cloud metadata), multicast, unspecified and reserved: never open. */
    FORBIDDEN;

    static AddressClass of(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> ofIPv4(four.getAddress());
            case Inet6Address six -> ofIPv6(six.getAddress());
            default -> FORBIDDEN;
        };
    }

    private static AddressClass ofIPv4(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        int third = Byte.toUnsignedInt(bytes[2]);
        if (first == 0 || first >= 224 || (first == 169 && second == 254)) {
            return FORBIDDEN;
        }
        if (isDocumentationOrBenchmark(first, second, third)) {
            return FORBIDDEN;
        }
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean organisation =
                first == 10 || (first == 172 && second >= 16 && second < 32) || (first == 192 && second == 168);
        return first == 127 || shared || organisation ? PRIVATE : PUBLIC;
    }

    private static boolean isDocumentationOrBenchmark(int first, int second, int third) {
        return (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 192 && second == 88 && third == 99)
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
    }

    private static AddressClass ofIPv6(byte[] bytes) {
        if (startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return isLoopback(bytes) ? PRIVATE : FORBIDDEN;
        }
        if (startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff)
                || startsWith(bytes, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return ofIPv4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (startsWith(bytes, 0x20, 0x02)) {
            return ofIPv4(Arrays.copyOfRange(bytes, 2, 6));
        }
        if (startsWith(bytes, 0x20, 0x01, 0, 0)) {
            return ofIPv4(inverted(Arrays.copyOfRange(bytes, 12, 16)));
        }
        if ((bytes[0] & 0xfe) == 0xfc) {
            return PRIVATE;
        }
        boolean global = (bytes[0] & 0xe0) == 0x20 && !startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8);
        return global ? PUBLIC : FORBIDDEN;
    }

    private static boolean isLoopback(byte[] bytes) {
        return bytes[12] == 0 && bytes[13] == 0 && bytes[14] == 0 && bytes[15] == 1;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] inverted(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        return bytes;
    }
}
