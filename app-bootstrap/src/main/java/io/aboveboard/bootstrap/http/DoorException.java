package io.aboveboard.bootstrap.http;

import java.io.IOException;

/** The one failure of {@link Door}: its address cannot be had. The message says which, and why. */
public final class DoorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DoorException(String message, IOException cause) {
        super(message, cause);
    }
}
