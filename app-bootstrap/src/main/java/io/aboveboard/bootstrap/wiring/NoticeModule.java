package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import io.aboveboard.domain.port.FirstRunNotice;

/** The first-run notice, in the way the caller shows it. */
final class NoticeModule extends AbstractModule {
    private final FirstRunNotice notice;

    NoticeModule(FirstRunNotice notice) {
        this.notice = notice;
    }

    @Override
    protected void configure() {
        bind(FirstRunNotice.class).toInstance(notice);
    }
}
