package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fault("H1")
class Ip6TextTest {
    @ParameterizedTest
    @CsvSource({
        "::1, ::1",
        "::, ::",
        "2001:db8::1, 2001:db8::1",
        "2001:0db8:0000:0000:0000:0000:0002:0001, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "0:0:0:0:0:0:1:0, ::1:0",
        "fe80:0:0:0:A00:27ff:fe4e:66a1, fe80::a00:27ff:fe4e:66a1"
    })
    void writesAddressesAsBrowsersDo(String address, String expected) throws UnknownHostException {
        assertThat(Ip6Text.of((Inet6Address) InetAddress.getByName(address))).isEqualTo(expected);
    }
}
