package io.aboveboard.testkit.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a request apart. The envelope is walked by hand, since a parsed message that is written again need not have the
 * bytes it was read from; resource, scope and record are read by the official classes.
 */
final class OtlpWire {
    private OtlpWire() {}

    static List<ReceivedRecord> records(ByteString request) throws IOException {
        List<ReceivedRecord> records = new ArrayList<>();
        for (ByteString resourceLogs : parts(request, ExportLogsServiceRequest.RESOURCE_LOGS_FIELD_NUMBER)) {
            addResourceLogs(resourceLogs, records);
        }
        return records;
    }

    private static void addResourceLogs(ByteString resourceLogs, List<ReceivedRecord> records) throws IOException {
        Resource.Builder resource = Resource.newBuilder();
        for (ByteString part : parts(resourceLogs, ResourceLogs.RESOURCE_FIELD_NUMBER)) {
            resource.mergeFrom(part);
        }
        for (ByteString scopeLogs : parts(resourceLogs, ResourceLogs.SCOPE_LOGS_FIELD_NUMBER)) {
            addScopeLogs(scopeLogs, resource.build(), records);
        }
    }

    private static void addScopeLogs(ByteString scopeLogs, Resource resource, List<ReceivedRecord> records)
            throws IOException {
        InstrumentationScope.Builder scope = InstrumentationScope.newBuilder();
        for (ByteString part : parts(scopeLogs, ScopeLogs.SCOPE_FIELD_NUMBER)) {
            scope.mergeFrom(part);
        }
        for (ByteString log : parts(scopeLogs, ScopeLogs.LOG_RECORDS_FIELD_NUMBER)) {
            records.add(ReceivedRecord.of(LogRecord.parseFrom(log), resource, scope.build(), log));
        }
    }

    private static List<ByteString> parts(ByteString message, int field) throws IOException {
        List<ByteString> parts = new ArrayList<>();
        CodedInputStream in = message.newCodedInput();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (isMessage(tag, field)) {
                parts.add(in.readBytes());
            } else {
                in.skipField(tag);
            }
        }
        return parts;
    }

    private static boolean isMessage(int tag, int field) {
        return WireFormat.getTagFieldNumber(tag) == field
                && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }
}
