package io.aboveboard.testkit.contract;

import io.aboveboard.domain.annotation.Nullable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ports of which one method does nothing: what a contract must notice. */
final class Sabotage {
    private static final Map<Class<?>, Object> NOTHING =
            Map.of(int.class, 0, boolean.class, false, List.class, List.of(), Optional.class, Optional.empty());

    private static final ThreadLocal<String> METHOD = ThreadLocal.withInitial(() -> "");

    private Sabotage() {}

    /** While the action runs, the ports made on this thread do nothing when this method of theirs is called. */
    static void of(String method, Runnable action) {
        METHOD.set(method);
        try {
            action.run();
        } finally {
            METHOD.remove();
        }
    }

    /** So that a case which is run by itself is sound. */
    static boolean isOf(String method) {
        return METHOD.get().equals(method);
    }

    static <T> T apply(Class<T> port, T real) {
        String sabotaged = METHOD.get();
        InvocationHandler handler =
                (proxy, method, arguments) -> method.getName().equals(sabotaged)
                        ? NOTHING.get(method.getReturnType())
                        : invoke(method, real, arguments);
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    private static @Nullable Object invoke(Method method, Object real, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
