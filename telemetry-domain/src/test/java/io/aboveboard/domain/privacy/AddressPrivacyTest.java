package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E-mail, network and hardware addresses, and what URLs carry. */
class AddressPrivacyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdoe@example.org | [email]",
                "to J.Doe+x_y-z@mail.example.co.uk. | to [email].",
                "<jörg@müller.de>,(o'brien@example.org) | <[email]>,([email])",
                "mailto:jdoe@example.org?subject=x | mailto:[email]?[query]",
                "/users/jdoe%40example.org/edit | /users/[email]/edit",
                "a@b.co@c.de | [email]@c.de",
                "...jdoe@example.org... | ...[email]...",
                "jdoe@10.20.30.40 jdoe@[10.20.30.40] | [email] [email]",
                "jdoe@example.org.2 | [email].2",
                "jdoe@example-.org- | jdoe@example-.org-",
                "x@xn--bcher-kva.example | [email]",
                "git@example.org | git@example.org",
                "digit@example.org | [email]",
                "10.0.0.1@example.org jkowalski.x@example.org | [email] [email]",
                "jkowalski@host | [user]@host"
            })
    @Proves(Promise.P11)
    void replacesEmailAddresses(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "a@",
                "@b.de",
                "a@b",
                "a@b.",
                "a@b.c",
                "a@b.1de",
                "a@b.c1",
                "lodash@4.17.21",
                "react@18.0.0-rc.next",
                "pkg@1.2-beta",
                "logo@2x.png",
                "icon@3x.webp",
                "@types/node",
                "100%40",
                "a %40 b",
                "a@b..de",
                "a@.de",
                "com.acme.Foo@1a2b3c",
                "a@-b",
                "%4",
                "%41"
            })
    void letsWhatOnlyHasItsSignPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1 | [ip]",
                "255.255.255.255:8080, 8.8.8.8/32. | [ip]:8080, [ip]/32.",
                "http://10.0.0.1/x?y=z | http://[ip]/x?[query]",
                "client=/10.0.0.1 | client=/[ip]",
                "010.001.002.003 | [ip]",
                "resolver 10.0.0.1 | resolver [ip]",
                "hosts/10.0.0.1 | hosts/[ip]",
                "/Servers/10.0.0.1 | /Servers/[ip]",
                "db-10.0.0.1 | db-[ip]",
                "db-10.0.0.1. | db-[ip].",
                "10.0.0.1-db 10.0.0.1+ | [ip]-db [ip]+",
                "version of 10.0.0.1 | version of [ip]",
                "10.0.0.1.example | [ip].example",
                "x:10.0.0.1 | x:[ip]",
                "10.0.0.1 10.0.0.2 | [ip] [ip]"
            })
    @Proves(Promise.P11)
    void replacesIpv4Addresses(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "1.2.3.4.5",
                "1.3.6.1.4.1.9",
                "256.1.1.1",
                "1.1.1.256",
                "1.1.1.1234",
                "01.2.3.4",
                "1.2.3.04",
                "0.9.1.2",
                "1.2.3.x",
                "1.2.3.4x",
                "x1.2.3.4",
                "v1.2.3.4",
                "1..2.3",
                "1.2.3.",
                "1.2,3.4",
                "version 1.2.3.4",
                "Version: 1.2.3.4",
                "VERSION=1.2.3.4",
                "rv:1.9.2.20",
                "release/1.2.3.4",
                "build_1.2.3.4",
                "driver - 1.2.3.4",
                "1.2.3.4-SNAPSHOT",
                "1.2.3.4-rc1",
                "1.2.3.4+dev",
                "app-1.2.3.4.jar",
                "Chrome/120.0.0.0",
                "like Gecko) Chrome/120.0.0.0 Safari/537.36",
                "(Edg/120.0.2210.91)"
            })
    void letsVersionsAndOtherNumbersWithPointsPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app_version", "browser_version", "kernelRelease"})
    void takesFourNumbersForAVersionWhereTheKeySaysSo(String key) {
        assertThat(Sample.filterUnder(key, "10.0.19045.1")).isEqualTo("10.0.19045.1");
        assertThat(Sample.filterUnder(key, "5.10.0.1")).isEqualTo("5.10.0.1");
        assertThat(Sample.filterUnder("message", "5.10.0.1")).isEqualTo("[ip]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2001:db8:0:1:2:3:4:5 | [ip]",
                "2001:DB8::1 | [ip]",
                "[2001:db8::1]:443 | [[ip]]:443",
                "fe80::1ff:fe23:4567:890a%eth0 up | [ip] up",
                "::1: up | [ip]: up",
                "::1 and ::ffff:10.0.0.1 | [ip] and [ip]",
                "64:ff9b::10.0.0.1 | [ip]",
                "1:2:3:4:5:6:10.0.0.1 | [ip]",
                "2001:db8:: | [ip]",
                "peer 2001:db8::1: gone | peer [ip]: gone",
                "2001:db8::1, 2001:db8::2. | [ip], [ip].",
                "2001:db8::/32 | [ip]/32",
                "00:11:22:33:44:55:66:77 | [ip]",
                "1:2:3:4:5:6:7:: | [ip]"
            })
    @Proves(Promise.P11)
    void replacesIpv6Addresses(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12:34:56",
                "::",
                "::2",
                "[::-1]",
                "a[1::3]",
                "std::min",
                "add::face",
                "Foo::bar",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::1",
                "1::2::3",
                "x2001:db8::1",
                "2001:db8::g",
                ".2001:db8::1",
                "dead:beef",
                "1:2:3:4:5:6:7:8::",
                "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89",
                "16:9",
                "1:2:3:4:5:6:7:10.0.0.x",
                "1:2:3:4:5:6:7:8x"
            })
    void letsWhatOnlyHasColonsPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00:1A:2b:3c:4d:5e | [mac]",
                "00:11:22:33:44:55 | [mac]",
                "00-11-22-33-44-55, aa-bb-cc-dd-ee-ff | [mac], [mac]",
                "0011.22aa.4455 | [mac]",
                "a 00:1a:2b:3c:4d:5e: b | a [mac]: b",
                "x-00-1a-2b-3c-4d-5e | x-00-1a-2b-3c-4d-5e",
                "26-13-23-20-15-00 | [mac]"
            })
    @Proves(Promise.P11)
    void replacesHardwareAddresses(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "26-11-23-20-15-00", "99-12-31-23-59-59", "00:11:22:33:44", "00:11-22:33:44:55", "00:11:22:33:44:5g",
                        "0:11:22:33:44:55",
                "1122.3344.5566", "00112233aabb", "00:11:22:33:44:55x", "aa-bb-cc-dd-ee-ff-00", "1122.33aa.556",
                        "aabb-ccdd-eeff"
            })
    void letsWhatIsNoHardwareAddressPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://jdoe:pw@example.org/x | https://[userinfo]@example.org/x",
                "postgresql://app:s@cr@t@db/x | postgresql://[userinfo]@db/x",
                "ssh://git@example.org | ssh://[userinfo]@example.org",
                "https://example.org/a?b=c&d#e f | https://example.org/a?[query] f",
                "https://example.org/a?b | https://example.org/a?[query]",
                "/search?q=jane%20doe | /search?[query]",
                "?filter[a]=b | ?[query]",
                "https://example.org/cb#access_token=x | https://example.org/cb#[query]",
                "\"https://example.org/?a\" | \"https://example.org/?[query]\""
            })
    @Proves(Promise.P11)
    void replacesUserInformationAndQueriesOfUrls(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a/b",
                "https://example.org/a#section-2",
                "https://@example.org",
                "really?",
                "a ? b : c",
                "/users/:id?",
                "what?! no",
                "why?so",
                "x://",
                "https://example.org/@jdoe",
                "https://example.org?",
                "C# =5",
                "https://example.org/a why?b",
                "#1",
                "/users/{id}",
                "/files/*path",
                "https://example.org:8443/x@y"
            })
    void letsUrlsAndRoutesWithoutThemPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }
}
