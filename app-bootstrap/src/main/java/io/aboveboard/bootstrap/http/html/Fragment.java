package io.aboveboard.bootstrap.http.html;

import java.util.List;

/**
 * Several things one after the other.
 *
 * @param children the things
 */
record Fragment(List<Content> children) implements Content {
    Fragment {
        children = List.copyOf(children);
    }
}
