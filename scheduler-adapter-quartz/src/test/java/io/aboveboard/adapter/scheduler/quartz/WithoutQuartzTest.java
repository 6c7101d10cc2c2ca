package io.aboveboard.adapter.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.HeartbeatSchedulerException;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Where Quartz is missing, every class of it that is touched makes itself known. */
class WithoutQuartzTest {
    @Test
    void createTouchesNoClassOfQuartz() throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = ClassPath.withoutQuartz()) {
            assertThat(create(loader)).isNotNull();
        }
    }

    @Proves(Promise.P7)
    @Test
    void scheduleRefusesWithTheFailureOfThePort() throws ReflectiveOperationException, IOException {
        try (URLClassLoader loader = ClassPath.withoutQuartz()) {
            Object scheduler = create(loader);
            Class<?> scheduleType = loader.loadClass(BeatSchedule.class.getName());
            Object schedule = scheduleType
                    .getConstructor(LocalTime.class, ZoneId.class)
                    .newInstance(LocalTime.of(3, 0), ZoneOffset.UTC);
            Runnable beat = () -> {};

            assertThatThrownBy(() -> scheduler
                            .getClass()
                            .getMethod("schedule", scheduleType, Runnable.class)
                            .invoke(scheduler, schedule, beat))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .satisfies(failure -> assertThat(failure.getClass().getName())
                            .isEqualTo(HeartbeatSchedulerException.class.getName()))
                    .hasMessageContaining("no usable Quartz on the class path");
        }
    }

    private static Object create(ClassLoader loader) throws ReflectiveOperationException {
        return loader.loadClass(QuartzHeartbeatScheduler.class.getName())
                .getMethod("create")
                .invoke(null);
    }
}
