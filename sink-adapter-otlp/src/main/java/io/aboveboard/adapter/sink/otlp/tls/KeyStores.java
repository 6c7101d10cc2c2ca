package io.aboveboard.adapter.sink.otlp.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Key stores in memory, which is how the JDK wants to be handed keys and certificates. */
final class KeyStores {
    /** Protects nothing: the store never leaves the memory it is in. */
    private static final char[] NO_PASSWORD = {};

    private static final byte[] PROBE = {1};

    private KeyStores() {}

    static TrustManager[] trust(List<X509Certificate> authorities) throws PemException {
        try {
            KeyStore store = empty();
            for (X509Certificate authority : authorities) {
                store.setCertificateEntry(authority.getSubjectX500Principal() + "/" + store.size(), authority);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new PemException("holds certificates that cannot be used");
        }
    }

    static KeyManager[] identity(List<X509Certificate> chain, PrivateKey key) throws PemException {
        try {
            requirePair(chain.get(0), key);
            KeyStore store = empty();
            store.setKeyEntry("identity", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new PemException("holds a key and a certificate that cannot be used");
        }
    }

    /** The JDK takes any key beside any certificate, and then every handshake fails for no stated reason. */
    private static void requirePair(X509Certificate certificate, PrivateKey key)
            throws GeneralSecurityException, PemException {
        String algorithm = signature(key.getAlgorithm());
        if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())
                || !verifies(algorithm, certificate, sign(algorithm, key))) {
            throw new PemException("do not belong together: the key is not that of the certificate");
        }
    }

    private static byte[] sign(String algorithm, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(PROBE);
        return signature.sign();
    }

    private static boolean verifies(String algorithm, X509Certificate certificate, byte[] signed)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(certificate.getPublicKey());
        signature.update(PROBE);
        return signature.verify(signed);
    }

    private static String signature(String keyAlgorithm) {
        return switch (keyAlgorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> keyAlgorithm;
        };
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
