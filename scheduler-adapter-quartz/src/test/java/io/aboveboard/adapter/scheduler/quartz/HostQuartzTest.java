package io.aboveboard.adapter.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.ScheduledBeat;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;

/** A host with a Quartz of its own, configured by a {@code quartz.properties} on the class path and the command line. */
@Fault("F6")
@Proves(Promise.P7)
@Timeout(60)
class HostQuartzTest {
    private static final String PROPERTY_OF_HOST = "org.quartz.jobStore.class";

    private Scheduler host;

    @BeforeEach
    void startHost() throws SchedulerException {
        host = new StdSchedulerFactory().getScheduler();
        host.start();
        System.setProperty(PROPERTY_OF_HOST, "no.such.JobStore");
    }

    @AfterEach
    void stopHost() throws SchedulerException {
        System.clearProperty(PROPERTY_OF_HOST);
        host.shutdown(true);
    }

    @Test
    void isConfiguredByItsPropertiesWhileTheBeatIsNot() throws InterruptedException, SchedulerException {
        CountDownLatch beaten = new CountDownLatch(1);

        try (ScheduledBeat running = Schedules.asleepFor(Duration.ofDays(1), beaten::countDown)) {
            assertThat(running).isNotNull();
            assertThat(beaten.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(host.getSchedulerName()).isEqualTo("HostScheduler");
            assertThat(host.getMetaData().getThreadPoolSize()).isEqualTo(2);
        }
    }

    @Test
    void findsOnlyItsOwnSchedulerInTheRepository() {
        try (ScheduledBeat running = QuartzHeartbeatScheduler.create().schedule(Schedules.farAway(), () -> {})) {
            assertThat(running).isNotNull();
            assertThat(SchedulerRepository.getInstance().lookupAll()).containsExactly(host);
        }
        assertThat(SchedulerRepository.getInstance().lookupAll()).containsExactly(host);
    }

    @Test
    void stillRunsItsJobsAfterTheBeatWasClosed() throws InterruptedException, SchedulerException {
        QuartzHeartbeatScheduler.create()
                .schedule(Schedules.farAway(), () -> {})
                .close();
        CountDownLatch ran = new CountDownLatch(1);
        host.getContext().put(HostJob.LATCH, ran);

        host.scheduleJob(
                JobBuilder.newJob(HostJob.class).build(),
                TriggerBuilder.newTrigger().build());

        assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotStopTheBeatByStoppingItsOwn() throws InterruptedException, SchedulerException {
        CountDownLatch beaten = new CountDownLatch(1);

        try (ScheduledBeat running =
                QuartzHeartbeatScheduler.create().schedule(Schedules.in(1000), beaten::countDown)) {
            for (Scheduler known : new StdSchedulerFactory().getAllSchedulers()) {
                known.shutdown(true);
            }
            assertThat(running).isNotNull();
            assertThat(beaten.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** What a host schedules. */
    public static final class HostJob implements Job {
        static final String LATCH = "latch";

        @Override
        public void execute(JobExecutionContext context) {
            try {
                Object latch = context.getScheduler().getContext().get(LATCH);
                ((CountDownLatch) Objects.requireNonNull(latch)).countDown();
            } catch (SchedulerException e) {
                throw new AssertionError(e);
            }
        }
    }
}
