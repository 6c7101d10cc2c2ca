package io.aboveboard.adapter.sink.otlp.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and private keys. */
final class Pem {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private Pem() {}

    static List<X509Certificate> certificates(byte[] pem) throws PemException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] der : blocks(pem, "CERTIFICATE")) {
            certificates.add(certificate(der));
        }
        if (certificates.isEmpty()) {
            throw new PemException("holds no CERTIFICATE block");
        }
        return certificates;
    }

    static PrivateKey privateKey(byte[] pem) throws PemException {
        List<byte[]> keys = blocks(pem, "PRIVATE KEY");
        if (keys.size() == 1) {
            return privateKeyOf(keys.get(0));
        }
        String text = text(pem);
        if (text.contains("ENCRYPTED")) {
            throw new PemException("holds an encrypted key; decrypt it (openssl pkcs8 -topk8 -nocrypt)");
        }
        if (text.contains("RSA PRIVATE KEY") || text.contains("EC PRIVATE KEY")) {
            throw new PemException("holds a key that is not PKCS #8; convert it (openssl pkcs8 -topk8 -nocrypt)");
        }
        throw new PemException("holds " + keys.size() + " PRIVATE KEY blocks where one belongs");
    }

    private static X509Certificate certificate(byte[] der) throws PemException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new PemException("holds a certificate that cannot be read");
        }
    }

    private static PrivateKey privateKeyOf(byte[] der) throws PemException {
        for (String algorithm : KEY_ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this JVM does not know " + algorithm, e);
            } catch (GeneralSecurityException notOfThisAlgorithm) {
                // The file does not say which; the next is tried.
            }
        }
        throw new PemException("holds a private key that is neither of " + KEY_ALGORITHMS + " nor readable");
    }

    private static List<byte[]> blocks(byte[] pem, String type) throws PemException {
        List<byte[]> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text(pem));
        while (matcher.find()) {
            if (matcher.group(1).equals(type)) {
                blocks.add(base64(matcher.group(2)));
            }
        }
        return blocks;
    }

    private static byte[] base64(String block) throws PemException {
        try {
            return Base64.getMimeDecoder().decode(block);
        } catch (IllegalArgumentException e) {
            throw new PemException("is not valid PEM: a block is not base64");
        }
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.ISO_8859_1);
    }
}
