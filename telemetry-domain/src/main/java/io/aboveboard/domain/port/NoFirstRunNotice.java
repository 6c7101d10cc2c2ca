package io.aboveboard.domain.port;

enum NoFirstRunNotice implements FirstRunNotice {
    INSTANCE;

    @Override
    public void show(Notice notice) {
        // The host tells.
    }
}
