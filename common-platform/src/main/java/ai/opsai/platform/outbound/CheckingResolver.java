package ai.opsai.platform.outbound;

import ai.opsai.platform.outbound.OutboundFailure.Code;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves for the connection itself, so that the addresses that were checked are the ones that are connected: a name
 * server that answers differently the second time gains nothing, since there is no second time.
 */
final class CheckingResolver implements DnsResolver {

    private final OutboundPolicy policy;
    private final HostResolver names;

    CheckingResolver(OutboundPolicy policy, HostResolver names) {
        this.policy = policy;
        this.names = names;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> checked = new ArrayList<>();
        for (InetAddress address : resolve(host)) {
            Target.checkPort(port, AddressClass.of(address), policy);
            checked.add(new InetSocketAddress(address, port));
        }
        return checked;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            boolean open = switch (AddressClass.of(address)) {
                case PUBLIC -> true;
                case PRIVATE -> policy.allowPrivate();
                case FORBIDDEN -> false;
            };
            if (!open) {
                throw new OutboundFailure(Code.EGRESS_BLOCKED, "The host " + host + " lies in a closed network.");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
