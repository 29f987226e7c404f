package dev.convergence.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.core5.net.InetAddressUtils;

/** A source as guesses are counted: an IPv4 address, or the 64 bits of an IPv6 address that a network is given. */
final class SourceAddress {

    private static final int NETWORK_BYTES = 8;

    private SourceAddress() {}

    /** What is no address counts as it is written; no name is ever looked up. */
    static String of(String remote) {
        return InetAddressUtils.isIPv6(remote) || InetAddressUtils.isIPv4MappedIPv6(remote) ? network(remote) : remote;
    }

    private static String network(String remote) {
        try {
            InetAddress address = InetAddress.getByName(remote);
            return address instanceof Inet6Address
                    ? InetAddress.getByAddress(masked(address.getAddress())).getHostAddress() + "/64"
                    : address.getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] masked(byte[] address) {
        return Arrays.copyOf(Arrays.copyOf(address, NETWORK_BYTES), address.length);
    }
}
