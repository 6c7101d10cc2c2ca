package io.aboveboard.adapter.sink.otlp.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Fault("C7")
@Proves(Promise.P13)
class HttpDatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sun, 06 Nov 1994 08:49:37 GMT  | 1994-11-06T08:49:37Z
                    Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z
                    Sun Nov  6 08:49:37 1994       | 1994-11-06T08:49:37Z
                    Sun Nov 16 08:49:37 2036       | 2036-11-16T08:49:37Z
                    Saturday, 06-Nov-94 08:49:37 GMT | 2094-11-06T08:49:37Z
                    Wednesday, 02-Sep-26 00:00:00 GMT | 2026-09-02T00:00:00Z
                    """)
    void readsEachFormThatAServerMayWrite(String written, Instant meant) {
        assertThat(HttpDates.parse(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Monday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov 31 08:49:37 1994",
                "Sunday, 06-Nov-94 08:49:37 CET",
                "1994-11-06T08:49:37Z"
            })
    void knowsNoOther(String written) {
        assertThat(HttpDates.parse(written)).isEmpty();
    }
}
