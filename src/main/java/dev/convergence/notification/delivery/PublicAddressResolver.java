package dev.convergence.notification.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Resolves names to public addresses alone. It is asked when a connection is made, and the connection goes to what it
 * answered: a name that changes its address after a check does not get through.
 */
final class PublicAddressResolver implements DnsResolver {

    /** Of the special-purpose address registries of IANA; an address of IPv4 inside IPv6 reaches us as one of IPv4. */
    private static final List<IpAddressMatcher> SPECIAL = matchers(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All that is routed publicly in IPv6; loopback, link-local, unique-local and multicast lie outside. */
    private static final List<IpAddressMatcher> PUBLIC = matchers("0.0.0.0/0", "2000::/3");

    private final DnsResolver names;

    PublicAddressResolver(DnsResolver names) {
        this.names = names;
    }

    /** @throws RefusedAddress where one of the addresses is not public */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!isPublic(address)) {
                throw new RefusedAddress(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    static boolean isPublic(InetAddress address) throws UnknownHostException {
        // Without the name and the scope that it may carry.
        String number = InetAddress.getByAddress(address.getAddress()).getHostAddress();
        return PUBLIC.stream().anyMatch(range -> range.matches(number))
                && SPECIAL.stream().noneMatch(range -> range.matches(number));
    }

    private static List<IpAddressMatcher> matchers(String... ranges) {
        return Stream.of(ranges).map(IpAddressMatcher::new).toList();
    }

    /** A name leads to where nobody but this application could go. */
    static final class RefusedAddress extends UnknownHostException {

        RefusedAddress(String host) {
            super(host + " has an address that is not public, and is not allowed to be private");
        }
    }
}
