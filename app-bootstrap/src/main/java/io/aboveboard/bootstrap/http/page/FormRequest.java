package io.aboveboard.bootstrap.http.page;

import io.aboveboard.bootstrap.http.access.Session;
import io.aboveboard.bootstrap.http.guard.MediaType;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import jakarta.servlet.http.HttpServletRequest;

/** Tells our own forms from those of others. */
final class FormRequest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private FormRequest() {}

    /**
     * Demands that a request is a form, and one that this session was given.
     *
     * @param open whether one that nobody was given will do
     * @throws RefusedException if it is not
     */
    static void demand(HttpServletRequest request, boolean open) {
        if (!MediaType.of(request).filter(FORM::equals).isPresent()) {
            throw new RefusedException(415, "unsupported_media_type", "send the form as " + FORM);
        }
        Session session = PersonFilter.sessionOf(request);
        if (!open && (session == null || !session.owns(request.getParameter(Forms.TOKEN)))) {
            throw new RefusedException(
                    403, "foreign_form", "this form is not one of this session; go back, reload the page, try again");
        }
    }
}
