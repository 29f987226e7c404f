package dev.convergence.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.internet.AddressException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @Test
    void writesADomainInAscii() throws Exception {
        assertThat(MailAddress.of("anna@m\u00fcller.example", "Anna").getAddress())
                .isEqualTo("anna@xn--mller-kva.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@stra\u00dfe.example", "anna@\u03b2\u03cc\u03bb\u03bf\u03c2.example"})
    void leadsNobodyToAnotherDomain(String address) {
        assertThatExceptionOfType(AddressException.class)
                .isThrownBy(() -> MailAddress.of(address, null))
                .withMessageContaining("another domain");
    }
}
