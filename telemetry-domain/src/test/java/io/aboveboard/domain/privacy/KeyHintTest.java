package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyHintTest {
    @ParameterizedTest
    @CsvSource({
        "app_version, VERSION",
        "versions, VERSION",
        "osVersion, VERSION",
        "kernel_release, VERSION",
        "build_number, VERSION",
        "oid, VERSION",
        "version2, VERSION",
        "browser, NONE",
        "os, NONE",
        "phone, PHONE",
        "userPhone, PHONE",
        "phone_number, PHONE",
        "mobile-no, PHONE",
        "fax_nr, PHONE",
        "TEL, PHONE",
        "phonenumber, PHONE",
        "homephonenumber, PHONE",
        "phones, PHONE",
        "card, CARD",
        "credit_card, CARD",
        "cardNumber, CARD",
        "cardnumber, CARD",
        "credit_card_number, CARD",
        "pan, CARD",
        "'', NONE",
        "number, NONE",
        "project, NONE",
        "phone_model, NONE",
        "card_type, NONE",
        "version_count, NONE",
        "microphone, NONE",
        "postcard, NONE",
        "japan, NONE",
        "phone_verified_at, NONE",
        "pathname, NONE"
    })
    void isWhatTheLastWordOfTheKeySays(String key, KeyHint expected) {
        assertThat(KeyHint.of(key)).isEqualTo(expected);
    }
}
