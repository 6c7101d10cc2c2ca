package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards, accounts and telephones, and the many numbers that are none. */
class NumberPrivacyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "5555555555554444",
                "2223003122003222",
                "2720990000000007",
                "2200000000000004",
                "378282246310005",
                "3782 822463 10005",
                "341111111111111",
                "30569309025904",
                "3056 930902 5904",
                "38520000023237",
                "36227206271667",
                "30950000000000",
                "6011111111111117",
                "6444000000000001",
                "6500000000000002",
                "6200000000000005",
                "6240008631401148",
                "3530111333300000",
                "5018000000000009",
                "5038000000000005",
                "5893000000000009",
                "6304000000000000",
                "6759649826438453",
                "6763000000000004",
                "6062000000000002",
                "8171000000000006",
                "9792000000000003",
                "4035501000000008",
                "4000000000000000006"
            })
    @Proves(Promise.P11)
    void replacesNumbersOfCards(String number) {
        assertThat(Sample.filter(number)).isEqualTo("[card]");
        assertThat(Sample.filter("card " + number + ", 12/27")).isEqualTo("card [card], 12/27");
        assertThat(Sample.filter("no." + number + ".")).isEqualTo("no.[card].");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "4111 1111 1111 1112",
                "1700000000000000000",
                "1732305600000",
                "0000000000000000",
                "4222222222222",
                "7111111100000005",
                "1111111100000008",
                "3100000000000000005",
                "4111 1111-1111 1111",
                "411 1111 1111 11111",
                "4111  1111 1111 1111",
                "0.4111111111111111",
                "0,4111111111111111",
                "4111111111111111.5",
                "4111111111111111x",
                "x4111111111111111",
                "2024-4111-1111-1111-1111",
                "41111111111111111111111111111111",
                "9780306406157",
                "2730000000000003",
                "2199000000000007",
                "6100000000000006",
                "5900000000000000",
                "37828224630005"
            })
    void letsOtherLongNumbersPass(String number) {
        assertThat(Sample.filter(number)).isSameAs(number);
    }

    @ParameterizedTest
    @CsvSource({
        "card_number, 4222222222222, [card]",
        "credit_card, 7111111100000005, [card]",
        "card, 000000000000, 000000000000",
        "card, 42, 42",
        "order, 7111111100000005, 7111111100000005"
    })
    @Proves(Promise.P11)
    void takesAnyRangeForACardWhereTheKeySaysSo(String key, String number, String expected) {
        assertThat(Sample.filterUnder(key, number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "de89370400440532013000",
                        "GB82WEST12345698765432",
                "GB82 WEST 1234 5698 7654 32", "NO9386011117947", "MT84MALT011000012345MTLCAST001S",
                        "AT611904300234573201",
                "LC55HEMM000100010012001200023015", "FR1420041010050500013M02606", "BR9700360305000010009795493P1"
            })
    @Proves(Promise.P11)
    void replacesBankAccountNumbers(String iban) {
        assertThat(Sample.filter(iban)).isEqualTo("[iban]");
        assertThat(Sample.filter("to " + iban + ", soon")).isEqualTo("to [iban], soon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013001", "DE8937040044053201300", "DE893704004405320130000",
                        "DE89 3704 0044 0532 0130",
                "DE89  3704 0044 0532 0130 00", "DE893 704 0044 0532 0130 00", "XX89370400440532013000",
                        "DE8X370400440532013000",
                "D889370400440532013000", "xDE89370400440532013000", "DE89-3704-0044-0532-0130-00", "DE89"
            })
    void letsWhatIsNoBankAccountNumberPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0660 1234567 | [phone]",
                "(0660) 123-45-67 | ([phone]",
                "+43 660/123 45 67 | [phone]",
                "1234567 | [phone]",
                "123456 | 123456",
                "123456789012345 | [phone]",
                "1234567890123456 | 1234567890123456",
                "iPhone 15 | iPhone 15",
                "1234567x | 1234567x",
                "call 1234567 now | call [phone] now",
                "1234  567 | 1234  567",
                "none | none"
            })
    @Proves(Promise.P11)
    void replacesTelephoneNumbersWhereTheKeySaysSo(String text, String expected) {
        assertThat(Sample.filterUnder("phone", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+43 660 1234567 | [phone]",
                "(+1 415-555-0100) | ([phone])",
                "+436601234567. | [phone].",
                "+123456789 | +123456789",
                "+1234567890123456 | +1234567890123456",
                "a+436601234567 | a+436601234567",
                "0660 1234567 | 0660 1234567",
                "UTC+02:00 +0200 | UTC+02:00 +0200",
                "++ +x | ++ +x"
            })
    @Proves(Promise.P11)
    void replacesTelephoneNumbersOfTheInternationalFormAnywhere(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0f8fad5b-4111-4111-8111-111111111111",
                "ABCDEFAB-CDEF-4111-1111-111111111111",
                "2026-11-23",
                "23.11.2026",
                "2026-11-23T20:15:00.123456Z",
                "12:34:56",
                "1732305600",
                "1732305600123456789",
                "3.141592653589793",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "e83c5163316f89bfbde7d9ab23ca2e25604af290",
                "application/vnd.api+json; charset=utf-8",
                "en_US",
                "Europe/Vienna",
                "5.10.0-rc.1+build.7",
                "1,234,567.89"
            })
    void letsIdsMomentsAndHashesPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    /** Without its shape, the beginning of each would be the number of a card. */
    @ParameterizedTest
    @CsvSource({
        "41111111-1111-1111-8fad-70867728950e, 41111111-1111-1111-8fad-70867728950e",
        "41111111-1111-1111-8FAD-70867728950E!, 41111111-1111-1111-8FAD-70867728950E!",
        "41111111-1111-1111-8fad-70867728950, [card]-8fad-70867728950",
        "41111111-1111-1111-8fad-70867728950ef, [card]-8fad-70867728950ef",
        "41111111-1111-1111-8fad-7086772895xe, [card]-8fad-7086772895xe",
        "41111111-1111-1111-8fa-d70867728950e, [card]-8fa-d70867728950e",
        "41111111 1111 1111 8fad 70867728950e, [card] 8fad 70867728950e",
        "411111111111-1111-8fad-70867728950e, [card]-8fad-70867728950e"
    })
    void knowsAUuidByItsShape(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }
}
