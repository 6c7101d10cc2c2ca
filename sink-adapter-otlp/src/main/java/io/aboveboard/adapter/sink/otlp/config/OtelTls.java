package io.aboveboard.adapter.sink.otlp.config;

import io.aboveboard.adapter.sink.otlp.tls.PemException;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import java.util.Optional;

/** The PEM files that settings name. One that cannot be used is an error that names it, never a weaker connection. */
final class OtelTls {
    private final Findings findings;

    OtelTls(Findings findings) {
        this.findings = findings;
    }

    TlsSettings read(Setting authorities, Setting certificate, Setting key) {
        return identity(trust(TlsSettings.defaults(), authorities), certificate, key);
    }

    private TlsSettings trust(TlsSettings tls, Setting authorities) {
        if (!authorities.isSet()) {
            return tls;
        }
        return findings.file(authorities, false)
                .flatMap(pem -> usable(authorities, () -> tls.trusting(pem)))
                .orElse(tls);
    }

    private TlsSettings identity(TlsSettings tls, Setting certificate, Setting key) {
        if (!certificate.isSet() && !key.isSet()) {
            return tls;
        }
        if (!certificate.isSet() || !key.isSet()) {
            Setting lonely = certificate.isSet() ? certificate : key;
            Setting missing = certificate.isSet() ? key : certificate;
            findings.error(missing.name(), "is required together with " + lonely.name() + " (" + lonely.value() + ")");
            return tls;
        }
        Optional<byte[]> chain = findings.file(certificate, false);
        Optional<byte[]> secret = findings.file(key, true);
        return chain.flatMap(certificates ->
                        secret.flatMap(privateKey -> identified(tls, certificate, certificates, key, privateKey)))
                .orElse(tls);
    }

    private Optional<TlsSettings> identified(
            TlsSettings tls, Setting certificate, byte[] certificates, Setting key, byte[] privateKey) {
        Setting both = new Setting(key.name(), key.value() + " with " + certificate.value());
        return usable(both, () -> tls.identifiedBy(certificates, privateKey));
    }

    private interface Use {
        TlsSettings made() throws PemException;
    }

    private Optional<TlsSettings> usable(Setting setting, Use use) {
        try {
            return Optional.of(use.made());
        } catch (PemException e) {
            findings.error(setting.name(), setting.value() + " " + e.getMessage());
            return Optional.empty();
        }
    }
}
