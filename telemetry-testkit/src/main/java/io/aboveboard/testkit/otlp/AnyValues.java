package io.aboveboard.testkit.otlp;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** OTLP attribute values as plain Java values. */
final class AnyValues {
    private AnyValues() {}

    /**
     * Keeps the order.
     *
     * @throws IllegalArgumentException if a key occurs twice, which the protocol forbids, or a value is unset
     */
    static Map<String, Object> decode(List<KeyValue> attributes) {
        Map<String, Object> decoded = new LinkedHashMap<>();
        for (KeyValue attribute : attributes) {
            if (decoded.put(attribute.getKey(), value(attribute.getValue())) != null) {
                throw new IllegalArgumentException("attribute key occurs twice: " + attribute.getKey());
            }
        }
        return Collections.unmodifiableMap(decoded);
    }

    private static Object value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case BYTES_VALUE -> value.getBytesValue();
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(AnyValues::value)
                        .toList();
            case KVLIST_VALUE -> decode(value.getKvlistValue().getValuesList());
            default -> throw new IllegalArgumentException("attribute without a value");
        };
    }
}
