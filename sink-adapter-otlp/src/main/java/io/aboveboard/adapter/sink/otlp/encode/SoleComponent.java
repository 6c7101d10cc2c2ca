package io.aboveboard.adapter.sink.otlp.encode;

import io.opentelemetry.common.ComponentLoader;
import java.util.List;

/**
 * Offers one component and never looks at the class path: nothing of ours is registered where a host's own exporters
 * would find it, and nothing of the host's is found here.
 */
final class SoleComponent<C> implements ComponentLoader {
    private final Class<C> type;
    private final C component;

    SoleComponent(Class<C> type, C component) {
        this.type = type;
        this.component = component;
    }

    @Override
    public <T> Iterable<T> load(Class<T> wanted) {
        return wanted == type ? List.of(wanted.cast(component)) : List.of();
    }
}
