package io.aboveboard.benchmarks.call;

import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** An outbox that stores nothing more once its disk is full. Thread-safe. */
final class FullDisk {
    private final Outbox real;
    private final AtomicBoolean full = new AtomicBoolean();

    FullDisk(Outbox real) {
        this.real = real;
    }

    void fill() {
        full.set(true);
    }

    Outbox outbox() {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (proxy, method, arguments) -> {
                    if (full.get() && method.getName().equals("append")) {
                        throw new OutboxException("no space is left on the disk");
                    }
                    return call(method, arguments);
                });
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
