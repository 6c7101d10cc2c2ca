package io.aboveboard.bootstrap.http.page;

import io.aboveboard.bootstrap.http.access.Session;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.base.Service;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What every page must know of who looks at it.
 *
 * @param root what stands before every address of ours, empty unless a host mounts us elsewhere
 * @param service whose telemetry it is
 * @param session the session, or {@code null} where nobody need have one
 */
record Visit(String root, Service service, @Nullable Session session) {
    static Visit of(HttpServletRequest request, Service service, @Nullable Session session) {
        return new Visit(request.getContextPath(), service, session);
    }

    /** Where whoever has just come in begins. */
    static String startingAt(Status status) {
        return status.consent().state() == ConsentStanding.State.UNDECIDED ? "/setup" : "/";
    }

    String link(String path) {
        return root + path;
    }
}
