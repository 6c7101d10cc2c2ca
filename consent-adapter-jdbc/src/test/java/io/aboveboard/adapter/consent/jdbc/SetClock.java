package io.aboveboard.adapter.consent.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** The clock of a database that stands until the test moves it: where a statement asks for the time it is given this. */
final class SetClock {
    private Instant now = Instant.parse("2027-03-01T12:00:00Z");

    synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    private synchronized String told(String sql) {
        return sql.replace("CURRENT_TIMESTAMP", "TIMESTAMP WITH TIME ZONE '" + now + "'");
    }

    DataSource over(DataSource real) {
        return (DataSource) proxy(DataSource.class, real);
    }

    private Object proxy(Class<?> type, Object real) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        arguments[0] = told((String) arguments[0]);
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        return answer instanceof Connection ? proxy(Connection.class, answer) : answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
