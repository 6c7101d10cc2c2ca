package io.aboveboard.adapter.sink.otlp.encode;

/** The tags of the fields of a {@code LogRecord} and of what is in it (logs.proto, common.proto), a byte each. */
final class LogFields {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;

    static final int TIME_UNIX_NANO = 1 << 3 | FIXED64;
    static final int SEVERITY_NUMBER = 2 << 3 | VARINT;
    static final int SEVERITY_TEXT = 3 << 3 | DELIMITED;
    static final int BODY = 5 << 3 | DELIMITED;
    static final int ATTRIBUTES = 6 << 3 | DELIMITED;
    static final int OBSERVED_TIME_UNIX_NANO = 11 << 3 | FIXED64;
    static final int EVENT_NAME = 12 << 3 | DELIMITED;

    /** Of a {@code KeyValue}. */
    static final int KEY = 1 << 3 | DELIMITED;

    static final int VALUE = 2 << 3 | DELIMITED;

    /** Of an {@code AnyValue}. */
    static final int STRING_VALUE = 1 << 3 | DELIMITED;

    static final int BOOL_VALUE = 2 << 3 | VARINT;
    static final int INT_VALUE = 3 << 3 | VARINT;
    static final int DOUBLE_VALUE = 4 << 3 | FIXED64;

    /** {@code SEVERITY_NUMBER_INFO}. */
    static final int INFO = 9;

    private LogFields() {}
}
