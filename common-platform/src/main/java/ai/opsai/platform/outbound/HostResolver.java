package ai.opsai.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where addresses of names come from, so that tests can play a name server that changes its mind. */
interface HostResolver {

    InetAddress[] resolve(String host) throws UnknownHostException;

    static HostResolver system() {
        return InetAddress::getAllByName;
    }
}
