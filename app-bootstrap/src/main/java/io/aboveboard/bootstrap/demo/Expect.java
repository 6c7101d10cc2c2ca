package io.aboveboard.bootstrap.demo;

/** Breaks the story where something did not happen as told. */
final class Expect {
    private Expect() {}

    static void that(boolean asTold, String told, Object happened) {
        if (!asTold) {
            throw new BrokenStoryException("expected " + told + ", but: " + happened);
        }
    }

    static void equal(Object told, Object happened, String what) {
        that(told.equals(happened), what + " to be " + told, happened);
    }
}
