package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalKeysTest {
    private static final List<List<String>> ORIGINALS = List.of(
            List.of("email"),
            List.of("username"),
            List.of("ip"),
            List.of("ip", "address"),
            List.of("full", "name"),
            List.of("password"),
            List.of("token"));

    @Test
    @Proves(Promise.P11)
    void knowsTheKeysOfTheOriginalInEverySpelling() {
        assertThat(ORIGINALS).allSatisfy(words -> assertThat(spellings(words)).allMatch(PersonalKeys::names));
        assertThat(spellings(List.of("name"))).allMatch(PersonalKeys::names);
    }

    @Test
    @Proves(Promise.P11)
    void knowsThemBehindOtherWords() {
        assertThat(ORIGINALS)
                .allSatisfy(words -> assertThat(List.of("user", "x", "client", "last", "new", "primaryContact"))
                        .allSatisfy(prefix -> assertThat(spellings(Stream.concat(Stream.of(prefix), words.stream())
                                        .toList()))
                                .allMatch(PersonalKeys::names)));
    }

    @Test
    @Proves(Promise.P11)
    void knowsThemBeforeWordsThatChangeNothing() {
        assertThat(ORIGINALS)
                .allSatisfy(words -> assertThat(List.of("hash", "value", "raw", "text", "2", "sha256", "md5", "list"))
                        .allSatisfy(suffix -> assertThat(spellings(Stream.concat(words.stream(), Stream.of(suffix))
                                        .toList()))
                                .allMatch(PersonalKeys::names)));
    }

    private static List<String> spellings(List<String> words) {
        String snake = String.join("_", words);
        String pascal = words.stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .reduce("", String::concat);
        return List.of(
                snake,
                snake.toUpperCase(Locale.ROOT),
                String.join("-", words),
                String.join(".", words),
                pascal,
                words.get(0) + pascal.substring(words.get(0).length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_email",
                "userEmail",
                "useremail",
                "e_mail",
                "E-Mail",
                "emails",
                "email_address",
                "emailAddress",
                "mail_address",
                "reply_to_email",
                "email_from",
                "email2",
                "email_md5",
                "X-Auth-Token",
                "auth.token",
                "accessToken",
                "accesstoken",
                "csrf_token",
                "token_hash",
                "token_value",
                "id-token",
                "client_ip",
                "clientIP",
                "ClientIPAddress",
                "remoteip",
                "ip4",
                "ipv4",
                "clientIPv6",
                "ip_addr",
                "user_ips",
                "last_ip",
                "X-Forwarded-For",
                "remote_addr",
                "mac_address",
                "macAddress",
                "hostname",
                "host_name",
                "serverName",
                "user_name",
                "userName",
                "login_name",
                "display_name",
                "first_name",
                "lastName",
                "surname",
                "nickname",
                "customer_name",
                "client_name",
                "account_holder_name",
                "names",
                "user_names",
                "name_hash",
                "device_name",
                "passwd",
                "pwd",
                "db_password",
                "passwordHash",
                "password_confirmation",
                "old_password",
                "passphrase",
                "client_secret",
                "secrets",
                "api_key",
                "apiKey",
                "apikey",
                "X-API-Key",
                "access_key",
                "private_key",
                "credentials",
                "Authorization",
                "cookie",
                "set_cookie",
                "jwt",
                "user_agent",
                "userAgent",
                "useragent",
                "http_user_agent",
                "http.request.header.user-agent",
                "user_agent.original",
                "exception.message",
                "exception_message",
                "exceptionMessage",
                "exception.stacktrace",
                "exception_stacktrace",
                "stackTrace",
                "stack_trace"
            })
    @Proves(Promise.P11)
    void namesPersonalData(String key) {
        assertThat(PersonalKeys.names(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "_",
                "42",
                "zip",
                "zip_code",
                "ship",
                "ship_date",
                "clip",
                "trip_id",
                "tip",
                "vip",
                "recipe",
                "ipad",
                "ip_count",
                "ip_version",
                "ip_family",
                "is_ip",
                "filename",
                "file_name",
                "plan_name",
                "project_name",
                "feature_name",
                "team_name",
                "event_names",
                "column_name",
                "browser_name",
                "product",
                "named",
                "rename",
                "name_length",
                "names_count",
                "username_length",
                "tokens",
                "tokens_used",
                "token_count",
                "token_type",
                "max_tokens",
                "prompt_tokens",
                "totalTokens",
                "tokenizer",
                "email_count",
                "emails_sent",
                "email_enabled",
                "email_verified",
                "has_email",
                "is_email",
                "num_emails",
                "email_template",
                "email_provider",
                "mail",
                "exception_type",
                "exception.type",
                "exception_count",
                "message",
                "agent",
                "user_agent.version",
                "mailbox",
                "mailer",
                "password_length",
                "password_changed",
                "has_password",
                "requires_password",
                "password_strength",
                "passwordless",
                "secret_count",
                "secretary",
                "api_key_count",
                "key",
                "primary_key",
                "sort_key",
                "cookie_banner",
                "cookies_accepted",
                "user_id",
                "user",
                "user_role",
                "client_id",
                "account_type",
                "host_count",
                "address",
                "authorization_type",
                "credential_type",
                "session_id",
                "project_id",
                "full"
            })
    void letsKeysPassThatOnlyLookLikeIt(String key) {
        assertThat(PersonalKeys.names(key)).isFalse();
    }
}
