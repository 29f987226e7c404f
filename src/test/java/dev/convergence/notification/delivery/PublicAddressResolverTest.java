package dev.convergence.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressResolverTest {

    private static final String PUBLIC = "93.184.216.34";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.170",
                "198.18.0.1",
                "224.0.0.1",
                "239.255.255.255",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fe80::1%1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "fec0::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:0:7f00:1::1",
                "2001:db8::1"
            })
    void refusesWhatIsNotPublic(String address) throws Exception {
        assertThat(PublicAddressResolver.isPublic(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PUBLIC, "172.32.0.1", "11.0.0.1", "100.128.0.1", "2606:2800:220:1::1", "::ffff:93.184.216.34"})
    void acceptsWhatIsPublic(String address) throws Exception {
        assertThat(PublicAddressResolver.isPublic(InetAddress.getByName(address)))
                .isTrue();
    }

    @Test
    void refusesANameWithOnePrivateAddressAmongPublicOnes() {
        PublicAddressResolver addresses = new PublicAddressResolver(new Names(PUBLIC + " 10.0.0.1"));

        assertThatThrownBy(() -> addresses.resolve("two-faced.example"))
                .isInstanceOf(PublicAddressResolver.RefusedAddress.class)
                .hasMessageContaining("two-faced.example");
    }

    /** A resolver that answers each question with the next of its answers. */
    static final class Names implements DnsResolver {

        private final Queue<String> answers;

        Names(String... answers) {
            this.answers = new ArrayDeque<>(Arrays.asList(answers));
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            String[] numbers = answers.remove().split(" ");
            InetAddress[] addresses = new InetAddress[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                addresses[i] = InetAddress.getByAddress(
                        host, InetAddress.getByName(numbers[i]).getAddress());
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
