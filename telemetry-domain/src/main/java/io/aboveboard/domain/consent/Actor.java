package io.aboveboard.domain.consent;

import java.util.Objects;

/**
 * Who decided, and through what. The id stays in the local receipt and is never sent.
 *
 * @param surface through what
 * @param id the internal id of the person, empty where there is none
 */
public record Actor(Surface surface, String id) {
    private static final int MAX_LENGTH = 128;

    /**
     * Checks the id.
     *
     * @throws NullPointerException if one is {@code null}
     * @throws IllegalArgumentException if {@code id} is over-long or holds control characters
     */
    public Actor {
        Objects.requireNonNull(surface, "surface");
        Objects.requireNonNull(id, "id");
        if (id.length() > MAX_LENGTH || id.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "id: must be at most " + MAX_LENGTH + " characters without control characters");
        }
    }

    /**
     * A person in the setup wizard.
     *
     * @param id the internal id of the person
     * @return the actor
     */
    public static Actor setup(String id) {
        return new Actor(Surface.SETUP, id);
    }

    /**
     * A person on an admin page.
     *
     * @param id the internal id of the person
     * @return the actor
     */
    public static Actor admin(String id) {
        return new Actor(Surface.ADMIN, id);
    }

    /**
     * A person at the command line.
     *
     * @return the actor
     */
    public static Actor cli() {
        return new Actor(Surface.CLI, "");
    }

    /**
     * A program that calls on somebody's behalf.
     *
     * @param id the internal id of the person or program
     * @return the actor
     */
    public static Actor api(String id) {
        return new Actor(Surface.API, id);
    }
}
