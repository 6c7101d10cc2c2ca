package io.aboveboard.adapter.sink.otlp.tls;

import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Whom a connection trusts and who it says it is. Immutable; shows nothing of a key. */
public final class TlsSettings {
    private static final TrustManager[] DEFAULT_TRUST = {};
    private static final KeyManager[] NO_IDENTITY = {};

    private final TrustManager[] trust;
    private final KeyManager[] identity;

    private TlsSettings(TrustManager[] trust, KeyManager[] identity) {
        this.trust = trust;
        this.identity = identity;
    }

    /** Trusts whom the JVM trusts, and has no identity. */
    public static TlsSettings defaults() {
        return new TlsSettings(DEFAULT_TRUST, NO_IDENTITY);
    }

    /**
     * Trusts these authorities and nobody else.
     *
     * @param certificates one or more PEM certificates
     * @throws PemException where they cannot be used
     */
    public TlsSettings trusting(byte[] certificates) throws PemException {
        return new TlsSettings(KeyStores.trust(Pem.certificates(certificates)), identity);
    }

    /**
     * Shows this certificate to a server that asks for one.
     *
     * @param certificates the PEM certificate, then those between it and its authority
     * @param privateKey its PEM key, PKCS #8, not encrypted
     * @throws PemException where they cannot be used
     */
    public TlsSettings identifiedBy(byte[] certificates, byte[] privateKey) throws PemException {
        return new TlsSettings(trust, KeyStores.identity(Pem.certificates(certificates), Pem.privateKey(privateKey)));
    }

    /** A context of these settings. */
    public SSLContext context() {
        try {
            return isDefault() ? SSLContext.getDefault() : ownContext();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM offers no TLS", e);
        }
    }

    @Override
    public String toString() {
        return "TlsSettings[ownTrust=" + (trust.length > 0) + ", identity=" + (identity.length > 0) + "]";
    }

    private boolean isDefault() {
        return trust.length == 0 && identity.length == 0;
    }

    /** To the JDK null means its default: without own trust the JVM's trust store holds beside the own identity too. */
    private SSLContext ownContext() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity.length == 0 ? null : identity, trust.length == 0 ? null : trust, null);
        return context;
    }
}
