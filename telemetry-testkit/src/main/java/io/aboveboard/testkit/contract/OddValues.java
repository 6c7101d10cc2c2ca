package io.aboveboard.testkit.contract;

import io.aboveboard.domain.event.PropertyValue;
import java.util.stream.Stream;

/** Values at the edges of what a record can carry. */
final class OddValues {
    private OddValues() {}

    static Stream<PropertyValue> all() {
        return Stream.of(
                new PropertyValue.Text(""),
                new PropertyValue.Text("1"),
                new PropertyValue.Text("true"),
                new PropertyValue.Text("Zoë \uD834\uDD1E"),
                new PropertyValue.Whole(1),
                new PropertyValue.Whole(Long.MIN_VALUE),
                new PropertyValue.Whole(Long.MAX_VALUE),
                new PropertyValue.Real(1),
                new PropertyValue.Real(Double.MIN_VALUE),
                new PropertyValue.Flag(true),
                new PropertyValue.Flag(false));
    }
}
