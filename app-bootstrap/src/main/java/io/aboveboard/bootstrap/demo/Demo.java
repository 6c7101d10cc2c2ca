package io.aboveboard.bootstrap.demo;

import io.aboveboard.domain.Aboveboard;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;

/**
 * The whole of it on this machine alone, for newcomers. Nothing leaves the process but requests to its own receiver, and
 * nothing of it remains. What it plays does not depend on the caller's environment: kill switches that are set there are
 * named, and left out of the play, since nothing is sent to anybody.
 */
public final class Demo {
    private static final int AS_TOLD = 0;
    private static final int NOT_AS_TOLD = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final Stop stop;
    private final Duration patience;

    /**
     * A demo.
     *
     * @param environment the caller's environment, to name the switches in it
     * @param stop says when the person has seen enough; not asked if the story is played once
     */
    public Demo(Map<String, String> environment, Stop stop) {
        this(environment, stop, PATIENCE);
    }

    /** @param patience how long each step may take before it counts as not having happened */
    Demo(Map<String, String> environment, Stop stop, Duration patience) {
        this.environment = Map.copyOf(environment);
        this.stop = stop;
        this.patience = patience;
    }

    /**
     * Plays the story, and unless only once, lets the person try until the stop. The folder is deleted on return.
     *
     * @param once whether to return after the story
     * @param out where the story is told
     * @param err where it is said what went wrong
     * @return 0 if everything happened as told, else 1
     */
    public int run(boolean once, PrintWriter out, PrintWriter err) {
        try {
            play(once, new Narrator(out));
            return AS_TOLD;
        } catch (BrokenStoryException broken) {
            return failed(err, "this did not happen as told: " + broken.getMessage());
        } catch (IOException impossible) {
            return failed(err, "it could not be played: " + impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return AS_TOLD;
        } finally {
            out.flush();
        }
    }

    private void play(boolean once, Narrator narrator) throws IOException, InterruptedException {
        try (ThrowAwayFolder folder = ThrowAwayFolder.create();
                DemoReceiver receiver = DemoReceiver.start()) {
            Prologue.tell(narrator, receiver.endpoint(), folder.path(), environment);
            tell(narrator, folder, receiver);
            narrator.line("");
            narrator.line("Everything happened as told.");
            if (!once) {
                Invitation.tell(narrator, receiver.endpoint(), folder.path());
                receiver.arrivals().tellAll(narrator::arrived);
                stop.await();
            }
        }
    }

    private void tell(Narrator narrator, ThrowAwayFolder folder, DemoReceiver receiver) {
        RememberingTelemetryMonitor monitor = new RememberingTelemetryMonitor();
        try (Aboveboard aboveboard = Stage.set(folder.path(), receiver.endpoint(), monitor)) {
            new Story(aboveboard, receiver.arrivals(), narrator, patience).play();
        } catch (BrokenStoryException broken) {
            throw monitor.addedTo(broken);
        }
    }

    private static int failed(PrintWriter err, String why) {
        err.println("demo: " + why);
        err.flush();
        return NOT_AS_TOLD;
    }

    /** Says when the person has seen enough. */
    @FunctionalInterface
    public interface Stop {
        /**
         * Returns when the demo is to end.
         *
         * @throws InterruptedException if the waiting was interrupted, which ends the demo too
         */
        void await() throws InterruptedException;
    }
}
