package io.aboveboard.bootstrap.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads a body whole before a thread is spent on it, so that slow callers cost none. A body that says it is too large is
 * refused before anything of it is read. Of large ones only so many may lie in memory at once, and fewer still be worked
 * on: the others are asked to come again. Small ones do not wait for them. Thread-safe.
 */
final class WholeBodies extends Handler.Wrapper {
    static final int SMALL = 64 * 1024;
    static final int LARGE_AT_ONCE = 16;
    private static final int LARGE_WORKED_ON = 2;
    private static final String RETRY_SECONDS = "5";

    private final int mostBytes;
    private final Semaphore room = new Semaphore(LARGE_AT_ONCE);
    private final Semaphore work = new Semaphore(LARGE_WORKED_ON, true);

    WholeBodies(int mostBytes, Handler next) {
        super(next);
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean isOfUnknownLength = isOfUnknownLength(request);
        long length = isOfUnknownLength ? mostBytes : Math.max(0, request.getLength());
        if (length == 0) {
            return super.handle(request, response, callback);
        }
        if (length > mostBytes) {
            refuse(HttpStatus.PAYLOAD_TOO_LARGE_413, request, response, callback);
        } else if (length <= SMALL) {
            new SlowReading(request, response, callback, (int) length).read();
        } else {
            readLarge(request, response, callback, isOfUnknownLength ? SMALL : (int) length);
        }
        return true;
    }

    private static boolean isOfUnknownLength(Request request) {
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Whether a body is one of those for which there is little room, or may become one. */
    static boolean isLarge(Request request) {
        return isOfUnknownLength(request) || request.getLength() > SMALL;
    }

    private void readLarge(Request request, Response response, Callback callback, int expected) {
        if (room.tryAcquire()) {
            Request.addCompletionListener(request, ended -> room.release());
            new SlowReading(request, response, callback, expected).read();
        } else {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
            refuse(HttpStatus.SERVICE_UNAVAILABLE_503, request, response, callback);
        }
    }

    private static void refuse(int status, Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Response.writeError(request, response, callback, status);
    }

    private void serve(ReadRequest request, Response response, Callback callback) {
        boolean isLarge = request.length > SMALL;
        if (isLarge) {
            work.acquireUninterruptibly();
        }
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception failed) {
            Response.writeError(request, response, callback, failed);
        } finally {
            if (isLarge) {
                work.release();
            }
        }
    }

    /** One body on its way in. What arrives is copied: a slice would hold on to the buffer of the whole connection. */
    private final class SlowReading {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private byte[] bytes;
        private int length;

        SlowReading(Request request, Response response, Callback callback, int expected) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.bytes = new byte[Math.min(expected, SMALL)];
        }

        private void read() {
            for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
                if (isTheEnd(chunk)) {
                    return;
                }
            }
            request.demand(this::read);
        }

        private boolean isTheEnd(Content.Chunk chunk) {
            if (Content.Chunk.isFailure(chunk)) {
                boolean isSlow = chunk.getFailure() instanceof TimeoutException;
                int status = isSlow ? HttpStatus.REQUEST_TIMEOUT_408 : HttpStatus.BAD_REQUEST_400;
                refuse(status, request, response, callback);
                return true;
            }
            boolean isLast = chunk.isLast();
            boolean fits = take(chunk);
            if (!fits) {
                refuse(HttpStatus.PAYLOAD_TOO_LARGE_413, request, response, callback);
            } else if (isLast) {
                serve(new ReadRequest(request, bytes, length), response, callback);
            }
            return isLast || !fits;
        }

        private boolean take(Content.Chunk chunk) {
            int more = chunk.remaining();
            boolean fits = more <= mostBytes - length;
            if (fits) {
                makeRoomFor(more);
                chunk.get(bytes, length, more);
                length += more;
            }
            chunk.release();
            return fits;
        }

        private void makeRoomFor(int more) {
            if (more > bytes.length - length) {
                int twice = Math.min(mostBytes, 2 * bytes.length);
                bytes = Arrays.copyOf(bytes, Math.max(twice, length + more));
            }
        }
    }

    /** A request whose body is here. */
    private static final class ReadRequest extends Request.Wrapper {
        private final ByteBuffer body;
        private final int length;
        private boolean isTaken;

        ReadRequest(Request request, byte[] bytes, int length) {
            super(request);
            this.body = ByteBuffer.wrap(bytes, 0, length);
            this.length = length;
        }

        @Override
        public long getLength() {
            return length;
        }

        @Override
        public Content.Chunk read() {
            if (isTaken) {
                return Content.Chunk.EOF;
            }
            isTaken = true;
            return Content.Chunk.from(body, true);
        }

        @Override
        public void demand(Runnable whenThere) {
            whenThere.run();
        }
    }
}
