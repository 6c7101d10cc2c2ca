package io.aboveboard.bootstrap.http.guard;

/** Ends a request with a refusal, from wherever it is noticed; {@link ShelterFilter} answers. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /**
     * Ends a request.
     *
     * @param refusal what to answer
     */
    public RefusedException(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    /**
     * Ends a request.
     *
     * @param status the HTTP status
     * @param code the reason for a program
     * @param message the reason in words
     */
    public RefusedException(int status, String code, String message) {
        this(Refusal.of(status, code, message));
    }

    /**
     * What to answer.
     *
     * @return the refusal
     */
    public Refusal refusal() {
        return refusal;
    }
}
