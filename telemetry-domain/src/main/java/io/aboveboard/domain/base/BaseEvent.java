package io.aboveboard.domain.base;

/** The two events of the base layer. */
public enum BaseEvent {
    /** Sent once per installation. */
    FIRST_SEEN("base_telemetry.first_seen"),
    /** Sent once per local date. */
    HEARTBEAT("base_telemetry.heartbeat");

    private final String eventName;

    BaseEvent(String eventName) {
        this.eventName = eventName;
    }

    /**
     * The name as it is sent.
     *
     * @return the event name
     */
    public String eventName() {
        return eventName;
    }
}
