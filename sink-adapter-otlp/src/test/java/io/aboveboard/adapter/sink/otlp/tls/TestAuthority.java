package io.aboveboard.adapter.sink.otlp.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority of its own, made with the JDK's keytool in a folder that the test throws away. */
public final class TestAuthority {
    private static final String PASSWORD = "changeit";

    private final Path file;

    private TestAuthority(Path file) {
        this.file = file;
    }

    public static TestAuthority in(Path folder) throws IOException, InterruptedException {
        TestAuthority authority = new TestAuthority(folder.resolve("test.p12"));
        authority.generate("ca", "-ext", "bc:c");
        return authority;
    }

    /** Issues a certificate that is valid now for this machine's loopback names. */
    public void issue(String alias) throws IOException, InterruptedException {
        generate(alias, "-signer", "ca", "-ext", "san=dns:localhost,dns:*.example.test,ip:127.0.0.1");
    }

    /** Issues one for another host. */
    public void issueForAnotherHost(String alias) throws IOException, InterruptedException {
        generate(alias, "-signer", "ca", "-ext", "san=dns:other.test");
    }

    /** Issues one that expired five days ago. */
    public void issueExpired(String alias) throws IOException, InterruptedException {
        generate(alias, "-signer", "ca", "-ext", "san=dns:localhost", "-startdate", "-10d", "-validity", "5");
    }

    /** A server's context: its own certificate, and trust in this authority for those of its clients. */
    public SSLContext serverContext(String alias) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(only(alias), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = empty();
        trusted.setCertificateEntry("ca", all().getCertificate("ca"));
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** A trust store of this authority alone, which needs no password to be read. */
    public Path trustStoreIn(Path folder) throws GeneralSecurityException, IOException {
        Path store = folder.resolve("trust.jks");
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", all().getCertificate("ca"));
        try (OutputStream out = Files.newOutputStream(store)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return store;
    }

    public byte[] certificatePem(String alias) throws GeneralSecurityException, IOException {
        return pem("CERTIFICATE", all().getCertificate(alias).getEncoded());
    }

    public byte[] keyPem(String alias) throws GeneralSecurityException, IOException {
        return pem("PRIVATE KEY", key(alias).getEncoded());
    }

    static byte[] pem(String type, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private KeyStore only(String alias) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        Certificate[] chain = all().getCertificateChain(alias);
        store.setKeyEntry(alias, key(alias), PASSWORD.toCharArray(), chain);
        return store;
    }

    private Key key(String alias) throws GeneralSecurityException, IOException {
        return all().getKey(alias, PASSWORD.toCharArray());
    }

    private KeyStore all() throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private void generate(String alias, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(said).isZero();
    }
}
