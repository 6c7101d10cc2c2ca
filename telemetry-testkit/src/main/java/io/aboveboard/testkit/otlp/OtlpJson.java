package io.aboveboard.testkit.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * OTLP/JSON: the JSON form of Protocol Buffers, except that trace and span ids are hex and enums are numbers. Unknown
 * fields are ignored, as the protocol demands.
 */
final class OtlpJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> HEX_FIELDS = Set.of("traceId", "spanId", "parentSpanId");

    private OtlpJson() {}

    /** @throws IllegalArgumentException if a value does not fit its field */
    static ByteString toProtobuf(byte[] json) throws IOException {
        ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
        merge(JSON.readTree(json), request);
        return request.build().toByteString();
    }

    private static void merge(JsonNode node, Message.Builder message) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("not an object: " + node.getNodeType());
        }
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            JsonNode value = node.path(field.getJsonName());
            if (!value.isMissingNode() && !value.isNull()) {
                set(field, value, message);
            }
        }
    }

    private static void set(FieldDescriptor field, JsonNode value, Message.Builder message) {
        if (field.isRepeated()) {
            value.forEach(element -> message.addRepeatedField(field, convert(field, element, message)));
        } else {
            message.setField(field, convert(field, value, message));
        }
    }

    private static Object convert(FieldDescriptor field, JsonNode value, Message.Builder parent) {
        return switch (field.getJavaType()) {
            case MESSAGE -> {
                Message.Builder child = parent.newBuilderForField(field);
                merge(value, child);
                yield child.build();
            }
            case STRING -> require(value.isTextual(), field, value).textValue();
            case BOOLEAN -> require(value.isBoolean(), field, value).booleanValue();
            case INT -> Integer.parseUnsignedInt(value.asText());
            case LONG -> integer(value.asText());
            case FLOAT, DOUBLE -> Double.valueOf(value.asText());
            case ENUM ->
                field.getEnumType()
                        .findValueByNumberCreatingIfUnknown(
                                require(value.isInt(), field, value).intValue());
            case BYTE_STRING -> ByteString.copyFrom(bytes(field, value.asText()));
        };
    }

    private static byte[] bytes(FieldDescriptor field, String text) {
        boolean isHex = HEX_FIELDS.contains(field.getJsonName());
        return isHex ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text);
    }

    /** 64-bit numbers are texts; those of a fixed width are unsigned. */
    private static long integer(String text) {
        return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    }

    private static JsonNode require(boolean fits, FieldDescriptor field, JsonNode value) {
        if (!fits) {
            throw new IllegalArgumentException(field.getJsonName() + ": does not take " + value.getNodeType());
        }
        return value;
    }
}
