package io.aboveboard.adapter.sink.otlp.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.adapter.sink.otlp.config.SettingError;
import io.aboveboard.adapter.sink.otlp.config.SettingFiles;
import io.aboveboard.adapter.sink.otlp.config.SinkReading;
import io.aboveboard.adapter.sink.otlp.config.SinkSettings;
import io.aboveboard.testkit.marks.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Fault("C15")
class TlsSettingsTest {
    private static byte[] authority;
    private static byte[] certificate;
    private static byte[] key;

    @BeforeAll
    static void issue(@TempDir Path folder) throws Exception {
        TestAuthority made = TestAuthority.in(folder);
        made.issue("client");
        authority = made.certificatePem("ca");
        certificate = made.certificatePem("client");
        key = made.keyPem("client");
    }

    @Test
    void makesAContextOfWhatItIsGiven() throws Exception {
        TlsSettings own = TlsSettings.defaults().trusting(authority).identifiedBy(certificate, key);

        assertThat(own.context().getProtocol()).isEqualTo("TLS");
        assertThat(own).hasToString("TlsSettings[ownTrust=true, identity=true]");
        assertThat(TlsSettings.defaults()).hasToString("TlsSettings[ownTrust=false, identity=false]");
    }

    @Test
    void readsSeveralAuthoritiesWithTextAroundThem() {
        String bundle = "# two of them\n" + text(authority) + "\r\nand\n" + text(certificate);

        assertThatCode(() -> TlsSettings.defaults().trusting(bytes(bundle))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nAAA\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nAAAA"
            })
    void refusesWhatIsNoCertificate(String pem) {
        assertThatThrownBy(() -> TlsSettings.defaults().trusting(bytes(pem))).isInstanceOf(PemException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED PRIVATE KEY, encrypted",
        "RSA PRIVATE KEY, PKCS #8",
        "EC PRIVATE KEY, PKCS #8",
        "PRIVATE KEY, neither of",
        "CERTIFICATE, holds 0 PRIVATE KEY blocks"
    })
    void refusesAKeyOfAnotherKindAndSaysWhatToDo(String type, String problem) {
        byte[] other = TestAuthority.pem(type, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> TlsSettings.defaults().identifiedBy(certificate, other))
                .isInstanceOf(PemException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void refusesTheKeyOfAnotherCertificate(String algorithm) throws Exception {
        byte[] other = TestAuthority.pem(
                "PRIVATE KEY",
                KeyPairGenerator.getInstance(algorithm)
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());

        assertThatThrownBy(() -> TlsSettings.defaults().identifiedBy(certificate, other))
                .isInstanceOf(PemException.class)
                .hasMessageContaining("do not belong together");
    }

    @Test
    void letsSettingsNameTheFileThatIsWrong() {
        SettingFiles files = (path, secret) -> {
            assertThat(secret).isEqualTo(path.endsWith(".key"));
            return path.endsWith("client.pem") ? certificate : bytes("nonsense");
        };

        assertThat(errors(files))
                .extracting(Object::toString)
                .containsExactly(
                        "OTEL_EXPORTER_OTLP_CERTIFICATE: /etc/ca.pem holds no CERTIFICATE block",
                        "OTEL_EXPORTER_OTLP_CLIENT_KEY: /etc/client.key with /etc/client.pem holds 0 PRIVATE KEY"
                                + " blocks where one belongs");
    }

    @Test
    void letsSettingsNameAnEncryptedKey() {
        byte[] encrypted = TestAuthority.pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3});

        assertThat(errors((path, secret) -> path.endsWith("client.key") ? encrypted : certificate))
                .singleElement()
                .asString()
                .startsWith("OTEL_EXPORTER_OTLP_CLIENT_KEY: /etc/client.key with /etc/client.pem ")
                .contains("encrypted");
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_EXPORTER_OTLP_CERTIFICATE, /etc/ca.pem",
        "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE, /etc/client.pem",
        "OTEL_EXPORTER_OTLP_CLIENT_KEY, /etc/client.key"
    })
    void letsSettingsNameAFileThatIsNotThere(String setting, String missing) {
        SettingFiles files = (path, secret) -> {
            if (path.equals(missing)) {
                throw new NoSuchFileException(path);
            }
            return path.endsWith(".key") ? key : certificate;
        };

        assertThat(errors(files))
                .extracting(Object::toString)
                .containsExactly(setting + ": cannot read " + missing + ": NoSuchFileException (" + missing + ")");
    }

    private static List<SettingError> errors(SettingFiles files) {
        SinkReading reading = SinkSettings.read(
                Map.of(
                        "TELEMETRY_SINK", "otel",
                        "OTEL_EXPORTER_OTLP_ENDPOINT", "https://h.test",
                        "OTEL_EXPORTER_OTLP_CERTIFICATE", "/etc/ca.pem",
                        "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "/etc/client.pem",
                        "OTEL_EXPORTER_OTLP_CLIENT_KEY", "/etc/client.key"),
                files);
        return ((SinkReading.Invalid) reading).errors();
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String pem) {
        return pem.getBytes(StandardCharsets.US_ASCII);
    }
}
