package io.aboveboard.bootstrap.http.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * Reads OTLP/JSON, as the OTLP specification defines it under "JSON Protobuf Encoding": unknown keys are passed over, trace
 * and span ids are hex, enums are numbers, 64-bit numbers are numbers or texts.
 */
final class OtlpJsonReader {
    private static final Set<String> HEX_FIELDS = Set.of("traceId", "spanId", "parentSpanId");

    private OtlpJsonReader() {}

    /**
     * Fills a message.
     *
     * @throws RefusedException with 400 if a value is not of its field
     */
    static void read(JsonNode object, Message.Builder into) {
        try {
            merge(object, into);
        } catch (IllegalArgumentException | ArithmeticException wrongValue) {
            throw new RefusedException(400, "invalid_otlp", "a value of the OTLP/JSON is not of the type of its field");
        }
    }

    private static void merge(JsonNode object, Message.Builder into) {
        demand(object.isObject());
        for (FieldDescriptor field : into.getDescriptorForType().getFields()) {
            JsonNode value = object.path(field.getJsonName());
            if (field.isRepeated() && value.isArray()) {
                value.forEach(element -> into.addRepeatedField(field, single(field, element, into)));
            } else if (!value.isMissingNode() && !value.isNull()) {
                demand(!field.isRepeated());
                into.setField(field, single(field, value, into));
            }
        }
    }

    private static Object single(FieldDescriptor field, JsonNode value, Message.Builder parent) {
        return switch (field.getJavaType()) {
            case MESSAGE -> message(field, value, parent);
            case STRING -> text(value);
            case BOOLEAN -> flag(value);
            case LONG -> whole(field, value);
            case INT -> (int) whole(field, value);
            case DOUBLE -> real(value);
            case FLOAT -> (float) real(value);
            case ENUM -> field.getEnumType().findValueByNumberCreatingIfUnknown((int) whole(field, value));
            case BYTE_STRING -> bytes(field, text(value));
        };
    }

    private static Message message(FieldDescriptor field, JsonNode value, Message.Builder parent) {
        Message.Builder child = parent.newBuilderForField(field);
        merge(value, child);
        return child.build();
    }

    private static String text(JsonNode value) {
        demand(value.isTextual());
        return value.textValue();
    }

    private static boolean flag(JsonNode value) {
        demand(value.isBoolean());
        return value.booleanValue();
    }

    private static long whole(FieldDescriptor field, JsonNode value) {
        if (value.isTextual()) {
            boolean isSigned = field.getType() == FieldDescriptor.Type.INT64;
            return isSigned ? Long.parseLong(value.textValue()) : Long.parseUnsignedLong(value.textValue());
        }
        demand(value.isIntegralNumber() && value.canConvertToLong());
        return value.longValue();
    }

    /** The names that JSON has no number for are texts. */
    private static double real(JsonNode value) {
        return value.isTextual() ? Double.parseDouble(value.textValue()) : number(value);
    }

    private static double number(JsonNode value) {
        demand(value.isNumber());
        return value.doubleValue();
    }

    private static ByteString bytes(FieldDescriptor field, String text) {
        return ByteString.copyFrom(
                HEX_FIELDS.contains(field.getJsonName())
                        ? HexFormat.of().parseHex(text)
                        : Base64.getDecoder().decode(text));
    }

    private static void demand(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("value: is not of its field");
        }
    }
}
