package io.aboveboard.bootstrap.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * OTLP/JSON, as the OTLP specification defines it under "JSON Protobuf Encoding": the JSON form of Protocol Buffers,
 * except that trace and span ids are hex and enums are numbers. It walks over whatever fields are set, so that nothing
 * that is sent can be missing from it.
 */
final class OtlpJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> HEX_FIELDS = Set.of("traceId", "spanId");

    private OtlpJson() {}

    static ObjectNode of(Message message) {
        ObjectNode object = NODES.objectNode();
        message.getAllFields().forEach((field, value) -> object.set(field.getJsonName(), node(field, value)));
        return object;
    }

    private static JsonNode node(FieldDescriptor field, Object value) {
        if (!(value instanceof List<?> elements)) {
            return single(field, value);
        }
        ArrayNode array = NODES.arrayNode();
        elements.forEach(element -> array.add(single(field, element)));
        return array;
    }

    private static JsonNode single(FieldDescriptor field, Object value) {
        return switch (field.getJavaType()) {
            case MESSAGE -> of((Message) value);
            case STRING -> NODES.textNode((String) value);
            case BOOLEAN -> NODES.booleanNode((Boolean) value);
            case LONG -> NODES.textNode(whole(field, (Long) value));
            case INT -> NODES.numberNode(number(field, (Integer) value));
            case ENUM -> NODES.numberNode(((EnumValueDescriptor) value).getNumber());
            case DOUBLE, FLOAT -> real(((Number) value).doubleValue());
            case BYTE_STRING -> NODES.textNode(bytes(field, (ByteString) value));
        };
    }

    private static String whole(FieldDescriptor field, long value) {
        return field.getType() == FieldDescriptor.Type.INT64 ? Long.toString(value) : Long.toUnsignedString(value);
    }

    private static long number(FieldDescriptor field, int value) {
        return field.getType() == FieldDescriptor.Type.INT32 ? value : Integer.toUnsignedLong(value);
    }

    private static JsonNode real(double value) {
        return Double.isFinite(value) ? NODES.numberNode(value) : NODES.textNode(Double.toString(value));
    }

    private static String bytes(FieldDescriptor field, ByteString value) {
        byte[] bytes = value.toByteArray();
        return HEX_FIELDS.contains(field.getJsonName())
                ? HexFormat.of().formatHex(bytes)
                : Base64.getEncoder().encodeToString(bytes);
    }
}
