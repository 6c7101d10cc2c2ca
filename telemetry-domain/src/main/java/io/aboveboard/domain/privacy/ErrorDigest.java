package io.aboveboard.domain.privacy;

import io.aboveboard.domain.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is kept of an exception: its type and those of its causes, and where they were thrown. Messages hold whatever a
 * user typed, so they are not even asked for. Immutable and thread-safe.
 */
public final class ErrorDigest {
    private static final int MOST_TYPES = 4;
    private static final int MOST_FRAMES_KEPT = 128;
    private static final int MOST_FRAMES_TOLD = 8;

    private final List<Link> chain;

    private ErrorDigest(List<Link> chain) {
        this.chain = chain;
    }

    /** One exception of a chain of causes. */
    private record Link(String type, List<StackTraceElement> frames) {}

    /**
     * The digest of an exception, as it is now.
     *
     * @param error the exception; one whose own methods throw is kept without what they do not tell
     * @return the digest
     */
    public static ErrorDigest of(Throwable error) {
        List<Link> chain = new ArrayList<>();
        for (@Nullable Throwable next = error; next != null && chain.size() < MOST_TYPES; next = causeOf(next)) {
            chain.add(new Link(plain(next.getClass().getName()), framesOf(next)));
        }
        return new ErrorDigest(List.copyOf(chain));
    }

    private static List<StackTraceElement> framesOf(Throwable error) {
        try {
            return Stream.of(error.getStackTrace()).limit(MOST_FRAMES_KEPT).toList();
        } catch (RuntimeException ofItsOwn) {
            return List.of();
        }
    }

    private static @Nullable Throwable causeOf(Throwable error) {
        try {
            return error.getCause();
        } catch (RuntimeException ofItsOwn) {
            return null;
        }
    }

    /**
     * What is told of it, such as {@code com.acme.SaveFailed at com.acme.Store.save(88) < com.acme.Api.post(17), by
     * java.io.IOException}.
     *
     * @param own whose frames are told, at most eight
     * @return one line
     */
    public String text(OwnCode own) {
        StringBuilder text = new StringBuilder();
        int told = 0;
        for (Link link : chain) {
            text.append(text.isEmpty() ? "" : ", by ").append(link.type());
            String sign = " at ";
            for (StackTraceElement frame : link.frames()) {
                if (told < MOST_FRAMES_TOLD && own.holds(frame.getClassName())) {
                    text.append(sign).append(placeOf(frame));
                    sign = " < ";
                    told++;
                }
            }
        }
        return text.toString();
    }

    private static String placeOf(StackTraceElement frame) {
        return plain(frame.getClassName()) + "." + plain(frame.getMethodName()) + "(" + frame.getLineNumber() + ")";
    }

    /** What is generated at run time is numbered behind two dollar signs, differently in each process. */
    private static String plain(String name) {
        int generated = name.indexOf("$$");
        return generated > 0 ? name.substring(0, generated) : name;
    }
}
