package io.aboveboard.domain.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.Platform;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JvmPlatformProbeTest {
    @Test
    void tellsWhatTheOriginalTells() {
        Platform platform = JvmPlatformProbe.of(
                        Map.of("LANG", "de_AT.UTF-8", "TZ", "Europe/Vienna"),
                        Map.of("os.name", "Linux", "os.version", "6.1.0-amd64", "os.arch", "amd64"))
                .probe();
        assertThat(platform)
                .isEqualTo(new Platform("Linux", "6.1.0-amd64", "x86_64", "de_AT", "Europe/Vienna", "native"));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, Linux",
        "Mac OS X, Darwin",
        "Windows 11, Windows",
        "Windows Server 2022, Windows",
        "FreeBSD, FreeBSD",
        "' ', unknown"
    })
    void namesThePlatformAsPythonDoes(String osName, String platform) {
        assertThat(withProperty("os.name", osName).platform()).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"amd64, x86_64", "x86_64, x86_64", "aarch64, aarch64", "riscv64, riscv64"})
    void namesTheArchitectureAsTheKernelDoes(String osArch, String architecture) {
        assertThat(withProperty("os.arch", osArch).architecture()).isEqualTo(architecture);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "en_US.UTF-8, -,           en_US",
                "de_AT,       -,           de_AT",
                "de_AT@euro,  en_US.UTF-8, de_AT",
                "-,           en_US.UTF-8, en_US",
                "C.UTF-8,     en_GB.UTF-8, en_GB",
                "C,           POSIX,       fr_CA",
                "-,           -,           fr_CA",
                "'',          eng_US,      fr_CA",
                "EN_us,       -,           fr_CA"
            })
    void readsFiveCharactersOfTheLocale(String lcAll, String lang, String locale) {
        Map<String, String> environment = new HashMap<>();
        if (lcAll != null) {
            environment.put("LC_ALL", lcAll);
        }
        if (lang != null) {
            environment.put("LANG", lang);
        }
        Map<String, String> properties = Map.of("user.language", "fr", "user.country", "ca");
        assertThat(JvmPlatformProbe.of(environment, properties).probe().locale())
                .isEqualTo(locale);
    }

    @Test
    void tellsTheLanguageAloneWhereNoCountryIsKnown() {
        assertThat(withProperty("user.language", "fr").locale()).isEqualTo("fr");
    }

    @Test
    void saysUnknownForWhatCannotBeKnown() {
        Platform platform = JvmPlatformProbe.of(Map.of("TZ", "UTC"), Map.of()).probe();
        assertThat(platform).isEqualTo(new Platform("unknown", "unknown", "unknown", "unknown", "UTC", "native"));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Vienna, Europe/Vienna", ":Europe/Vienna, Europe/Vienna", "' UTC ', UTC", "EST5EDT, EST5EDT"})
    void takesTheZoneOfTheEnvironment(String tz, String zone) {
        assertThat(withEnvironment("TZ", tz).timezone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Mars/Olympus", "/etc/localtime", "CET-1CEST,M3.5.0,M10.5.0/3"})
    void takesTheZoneOfTheSystemWhereTheEnvironmentNamesNone(String tz) {
        assertThat(withEnvironment("TZ", tz).timezone())
                .isEqualTo(ZoneId.systemDefault().getId());
        assertThat(JvmPlatformProbe.of(Map.of(), Map.of()).probe().timezone())
                .isEqualTo(ZoneId.systemDefault().getId());
    }

    @Test
    void recognisesContainersByTheirEnvironment() {
        assertThat(withEnvironment("container", "podman").deploymentType()).isEqualTo("docker");
        assertThat(withEnvironment("KUBERNETES_SERVICE_HOST", "10.0.0.1").deploymentType())
                .isEqualTo("docker");
        assertThat(withEnvironment("other", "x").deploymentType()).isEqualTo("native");
    }

    @Test
    void looksAtThisProcess() {
        Platform platform = JvmPlatformProbe.ofThisProcess().probe();
        assertThat(platform.osVersion()).isEqualTo(System.getProperty("os.version"));
        assertThat(platform.platform()).isNotEqualTo("unknown");
    }

    @Test
    void ticksMonotonically() {
        long before = JvmClocks.ticker().getAsLong();
        assertThat(JvmClocks.ticker().getAsLong() - before).isNotNegative();
        assertThat(JvmClocks.wall().instant()).isAfter("2024-01-01T00:00:00Z");
    }

    private static Platform withProperty(String name, String value) {
        return JvmPlatformProbe.of(Map.of(), Map.of(name, value)).probe();
    }

    private static Platform withEnvironment(String name, String value) {
        return JvmPlatformProbe.of(Map.of(name, value), Map.of()).probe();
    }
}
