package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, keys, and what follows the labels of secrets. */
class SecretPrivacyTest {
    private static final String TAIL = "0a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T";
    private static final String HEADER = "eyJhbGciOiJIUzI1NiJ9";
    private static final String PAYLOAD = "eyJzdWIiOiI0MiJ9";

    @Test
    @Proves(Promise.P11)
    void replacesWebTokens() {
        assertThat(Sample.filter("id " + HEADER + "." + PAYLOAD + ".c2ln-_bmF0 x"))
                .isEqualTo("id [jwt] x");
        assertThat(Sample.filter(HEADER + "." + PAYLOAD + ".")).isEqualTo("[jwt].");
        assertThat(Sample.filter(HEADER + "." + PAYLOAD + ".a.b.c,")).isEqualTo("[jwt],");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEADER,
                HEADER + ".",
                HEADER + ".short",
                "eyJhb.eyJzdWIiOiI0MiJ9",
                "a-" + HEADER + "." + PAYLOAD,
                "EyJhbGciOiJIUzI1NiJ9." + PAYLOAD
            })
    void letsWhatOnlyBeginsLikeAWebTokenPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghp_",
                "gho_",
                "ghu_",
                "ghs_",
                "ghr_",
                "github_pat_",
                "glpat-",
                "glrt-",
                "sk_live_",
                "rk_test_",
                "pk_live_",
                "xoxb-",
                "xoxp-",
                "xapp-",
                "glsa_",
                "glc_",
                "AIza",
                "sk-",
                "npm_",
                "pypi-AgE",
                "dop_v1_",
                "SG.",
                "hf_",
                "shpat_",
                "key-",
                "hvs.",
                "whsec_",
                "eyJrIjoi",
                "LTAI",
                "ATATT3",
                "ya29.",
                "dckr_pat_",
                "figd_",
                "lin_api_",
                "r8_",
                "gsk_",
                "secret_",
                "AGE-SECRET-KEY-1",
                "sq0atp-",
                "dp.pt."
            })
    @Proves(Promise.P11)
    void replacesKeysOfWellKnownForms(String prefix) {
        assertThat(Sample.filter("a " + prefix + TAIL + ". b")).isEqualTo("a [api_key]. b");
        assertThat(Sample.filter(prefix + "0a1B2c3")).isEqualTo(prefix + "0a1B2c3");
        assertThat(Sample.filter("x" + prefix + TAIL)).isNotEqualTo("x[api_key]");
    }

    @ParameterizedTest
    @CsvSource({
        "AKIAIOSFODNN7EXAMPLE, [api_key]",
        "https://hooks.slack.com/services/T0A1/B0C2/d3E4f5G6h7I8, https://[api_key]",
        "https://hooks.slack.com/services/, https://hooks.slack.com/services/",
        "ASIAIOSFODNNSEXAMPLE, [api_key]",
        "AKIAIOSFODNN7EXAMPL, AKIAIOSFODNN7EXAMPL",
        "AKIAIOSFODNN7EXAMPLE1, AKIAIOSFODNN7EXAMPLE1",
        "AKIAIOSFODNN7EXAMPLe, AKIAIOSFODNN7EXAMPLe",
        "my_AKIAIOSFODNN7EXAMPLE, my_[api_key]",
        "sk-learn-something-quite-long-here, sk-learn-something-quite-long-here",
        "sk-learn-1something-quite-long-here, [api_key]",
        "glsa_a_name_without_any_number_in_it, glsa_a_name_without_any_number_in_it"
    })
    @Proves(Promise.P11)
    void tellsKeysFromWords(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "password=hunter2 | password=[secret]",
                "PASSWORD = hunter2; x | PASSWORD = [secret]; x",
                "password:hunter | password:[secret]",
                "password: hunter2 | password: [secret]",
                "password: Hunter! | password: [secret]",
                "\"password\": \"correct horse\", x | \"password\": \"[secret]\", x",
                "'api_key'=>'abc' | 'api_key'=>'[secret]'",
                "db.password=x&y=z | db.password=[secret]&y=z",
                "apiKey=a ApiKey=b api-key=c x-api-key: d1 | apiKey=[secret] ApiKey=[secret] api-key=[secret] x-api-key: [secret]",
                "AccountKey=abc==; | AccountKey=[secret];",
                "Passwort: geheim1 kennwort=x | Passwort: [secret] kennwort=[secret]",
                "password=/a+b/c= pwd=x/ sid=y pass=z db_pass: z1 | password=[secret] pwd=[secret] sid=[secret] pass=[secret] db_pass: [secret]",
                "access_token=abcdef | access_token=[secret]",
                "client_secret=a passphrase=b credentials=c | client_secret=[secret] passphrase=[secret] credentials=[secret]",
                "Authorization: Bearer x1 y | Authorization: Bearer [secret] y",
                "authorization=Digest abc | authorization=Digest [secret]",
                "username=jdoe, user_name: jdoe1 | username=[user], user_name: [user]",
                "username=\"jane doe\" | username=\"[user]\"",
                "password=jdoe@example.org | password=[secret]",
                "password=\"x | password=\"[secret]",
                "JSESSIONID=1A2B | JSESSIONID=[secret]",
                "password=nullable | password=[secret]"
            })
    @Proves(Promise.P11)
    void replacesWhatFollowsTheLabelOfASecret(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "password=",
                "password: ",
                "password: required",
                "token: Expired.",
                "password: invalid: x",
                "password=null",
                "password=none",
                "password=***",
                "WHERE password = ?",
                "password=${DB_PASSWORD}",
                "password=%s",
                "(using password: YES)",
                "PWD=/app",
                "password=None",
                "password=[secret]",
                "\"password\": \"[secret]\"",
                "password=\"\"",
                "token=42",
                "token: 4096",
                "tokens=abcdefg",
                "key=value",
                "monkey=abc",
                "turkey: 1",
                "primary_key=id1",
                "bypwd=1",
                "bypass=true",
                "pass: 12",
                "Pass=true",
                "bypass=1",
                "authorization=granted",
                "compass=1",
                "x password == y",
                "authorization: required",
                "username: taken",
                "secretary=1",
                "=x",
                ":x",
                " =x",
                "1=2",
                "\"=x",
                "passwords=2"
            })
    void letsWhatTellsNoSecretPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer abcdefg1 | Bearer [secret]",
                "bearer abcdefghijklmnopqrstuvwx. | bearer [secret].",
                "(Bearer a-b_c.d~e+f/1==) | (Bearer [secret])",
                "Basic am9lOnB3MQ== x | Basic [secret] x",
                "BASIC am9lOnB3Mjow | BASIC [secret]"
            })
    @Proves(Promise.P11)
    void replacesCredentialsBehindTheirScheme(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "bearer of news",
                "bearer abcdef1",
                "bearer abcdefghijklmnopqrstuvw",
                "Bearers abcdefg1",
                "Basic understanding",
                "basic Calculus101",
                "basic plan",
                "Basic abcdefgh",
                "Basic am9lonb3mq==",
                "Basic AM9LONB3MQ==",
                "Basic Am=1",
                "Basic ABCDEFG1",
                "Basic am9lOnB3M1",
                "forbearer abcdefg1"
            })
    void letsSentencesWithTheWordPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-----BEGIN RSA PRIVATE KEY----- MIIE -----END RSA PRIVATE KEY----- x, [private_key] x",
        "k=-----BEGIN PRIVATE KEY----- MIIE, k=[private_key]",
        "-----BEGIN PGP PRIVATE KEY BLOCK----- x -----END PGP PRIVATE KEY BLOCK-----, [private_key]",
        "-----BEGIN EC PRIVATE KEY----- x -----END y, [private_key]",
        "-----BEGIN CERTIFICATE----- x, -----BEGIN CERTIFICATE----- x",
        "-----BEGIN PUBLIC KEY-----, -----BEGIN PUBLIC KEY-----",
        "----BEGIN PRIVATE KEY----, ----BEGIN PRIVATE KEY----",
        "-----BEGIN a long story that comes to an end at last with a PRIVATE KEY, -----BEGIN a long story that comes to an end at last with a PRIVATE KEY"
    })
    @Proves(Promise.P11)
    void replacesPrivateKeysInTheirArmour(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @Test
    @Proves(Promise.P11)
    void endsAValueAtABlankOfAnyKind() {
        assertThat(Sample.filter("password=abc\u00a0def")).isEqualTo("password=[secret]\u00a0def");
        assertThat(Sample.filter("password=abc\u2003def")).isEqualTo("password=[secret]\u2003def");
        assertThat(Sample.filter("password=ab\u00e9c def")).isEqualTo("password=[secret] def");
        assertThat(Sample.filter("/a?b=c\u00a0d")).isEqualTo("/a?[query]\u00a0d");
        assertThat(Sample.filter("/a?b=\u00e9 d")).isEqualTo("/a?[query] d");
    }
}
