package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorDigestTest {
    private static final OwnCode OWN = OwnCode.in(List.of("com.acme", "org.tool."));

    private static <T extends Throwable> T thrownAt(T error, StackTraceElement... frames) {
        error.setStackTrace(frames);
        return error;
    }

    private static StackTraceElement frame(String className, String method, int line) {
        return new StackTraceElement(className, method, "canary.java", line);
    }

    private static String text(Throwable error) {
        return ErrorDigest.of(error).text(OWN);
    }

    @Test
    @Proves(Promise.P11)
    @Fault("I1")
    void tellsTypesAndFramesOfOwnCodeAndNothingElse() {
        Throwable cause = thrownAt(
                new IOException("canary", null),
                frame("java.io.FileInputStream", "open", 1),
                frame("org.tool.Disk", "read", 9));
        Throwable error = thrownAt(
                new IllegalStateException("canary", cause),
                frame("com.acme.Store", "save", 88),
                frame("org.framework.Filter", "doFilter", 5),
                frame("com.acme.Api", "post", 17));
        error.addSuppressed(new IllegalArgumentException("canary"));
        assertThat(text(error))
                .isEqualTo("java.lang.IllegalStateException at com.acme.Store.save(88) < com.acme.Api.post(17),"
                        + " by java.io.IOException at org.tool.Disk.read(9)");
    }

    @Test
    void tellsTypesAloneWhereNoCodeIsKnownToBeOwn() {
        Throwable error = thrownAt(new IllegalStateException(new IOException()), frame("com.acme.Store", "save", 88));
        assertThat(ErrorDigest.of(error).text(OwnCode.none()))
                .isEqualTo("java.lang.IllegalStateException, by java.io.IOException");
    }

    @Test
    void takesNoPackageForOwnThatOnlyBeginsAlike() {
        assertThat(text(thrownAt(new IllegalStateException(), frame("com.acmeother.Store", "save", 1))))
                .isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    @Proves(Promise.P16)
    void tellsAtMostFourTypesAndEightFrames() {
        StackTraceElement[] frames =
                IntStream.range(0, 6).mapToObj(i -> frame("com.acme.C", "m", i)).toArray(StackTraceElement[]::new);
        Throwable error = new IOException();
        for (int i = 0; i < 10; i++) {
            error = thrownAt(new IllegalStateException(error), frames);
        }
        assertThat(text(error).split(", by ", -1)).hasSize(4);
        assertThat(text(error).split("com.acme.C.m", -1)).hasSize(8 + 1);
        assertThat(text(error))
                .endsWith("com.acme.C.m(0) < com.acme.C.m(1), by java.lang.IllegalStateException, by"
                        + " java.lang.IllegalStateException");
    }

    @Test
    @Proves(Promise.P16)
    void looksAtTheNearestFramesOnly() {
        StackTraceElement[] frames = IntStream.range(0, 200)
                .mapToObj(i -> frame(i < 127 ? "org.framework.F" : "com.acme.C", "m", i))
                .toArray(StackTraceElement[]::new);
        assertThat(text(thrownAt(new IllegalStateException(), frames)))
                .isEqualTo("java.lang.IllegalStateException at com.acme.C.m(127)");
    }

    @Test
    void leavesOutWhatIsNumberedAnewInEachProcess() {
        Throwable error = thrownAt(
                new IllegalStateException(),
                frame("com.acme.Api$$Lambda/0x00007f1c", "apply", 1),
                frame("com.acme.Api$Inner", "lambda$run$0", 2));
        assertThat(text(error))
                .isEqualTo(
                        "java.lang.IllegalStateException at com.acme.Api.apply(1) < com.acme.Api$Inner.lambda$run$0(2)");
    }

    @Test
    @Proves(Promise.P7)
    void survivesExceptionsWhoseOwnMethodsThrow() {
        assertThat(text(new Hostile())).isEqualTo(Hostile.class.getName());
        assertThat(text(thrownAt(new IllegalStateException("canary", new Hostile()))))
                .isEqualTo("java.lang.IllegalStateException, by " + Hostile.class.getName());
    }

    @Test
    void refusesABlankPackage() {
        assertThatThrownBy(() -> OwnCode.in(List.of("com.acme", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("packages: must not be blank");
    }

    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("canary");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("canary");
        }

        @Override
        public String getMessage() {
            throw new IllegalStateException("canary");
        }
    }
}
