package io.aboveboard.domain.privacy;

/**
 * What has to be known of a machine and of a program to keep private what is.
 *
 * @param names what the machine and its users are called
 * @param ownCode of which code frames of exceptions are recorded
 */
public record Privacy(MachineNames names, OwnCode ownCode) {
    /**
     * Nothing is known: no name is looked for, no frame is recorded.
     *
     * @return the least
     */
    public static Privacy unaware() {
        return new Privacy(MachineNames.none(), OwnCode.none());
    }
}
