package io.aboveboard.adapter.scheduler.quartz;

import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SchedulerException;
import org.quartz.core.QuartzScheduler;
import org.quartz.core.QuartzSchedulerResources;
import org.quartz.impl.StdJobRunShellFactory;
import org.quartz.impl.StdScheduler;
import org.quartz.simpl.RAMJobStore;
import org.quartz.spi.OperableTrigger;

/**
 * Puts a Quartz scheduler together by hand. Quartz's own factories would enter it in the process-wide repository of
 * schedulers, where a host finds it among its own, and one of them reads the host's {@code quartz.properties}.
 */
final class PrivateQuartz {
    /** Quartz's default. Also the longest for which a clock that jumped or a machine that slept goes unnoticed. */
    private static final long IDLE_WAIT_MILLIS = 30_000;

    private static final long NO_DATABASE_TO_RETRY = -1;

    private PrivateQuartz() {}

    /** A scheduler on the given thread which, once started, fires the job by the trigger. */
    static QuartzScheduler create(String name, BeatThread thread, OperableTrigger trigger, BeatJob job)
            throws SchedulerException {
        QuartzSchedulerResources resources = resources(name, thread, trigger);
        QuartzScheduler quartz = new QuartzScheduler(resources, IDLE_WAIT_MILLIS, NO_DATABASE_TO_RETRY);
        resources.getJobStore().initialize(null, quartz.getSchedulerSignaler());
        resources.getJobRunShellFactory().initialize(new StdScheduler(quartz));
        quartz.setJobFactory((bundle, scheduler) -> job);
        return quartz;
    }

    private static QuartzSchedulerResources resources(String name, BeatThread thread, OperableTrigger trigger)
            throws SchedulerException {
        QuartzSchedulerResources resources = new QuartzSchedulerResources();
        resources.setName(name);
        resources.setInstanceId(name);
        resources.setThreadName(name + "-heartbeat");
        resources.setMakeSchedulerThreadDaemon(true);
        resources.setThreadExecutor(thread);
        resources.setThreadPool(thread);
        resources.setJobRunShellFactory(new StdJobRunShellFactory());
        resources.setJobStore(storeOf(trigger));
        return resources;
    }

    /** Filled directly: handed to the scheduler, the trigger would begin anew at its start time, which has passed. */
    private static RAMJobStore storeOf(OperableTrigger trigger) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(BeatJob.class)
                .withIdentity(trigger.getJobKey())
                .build();
        RAMJobStore store = new RAMJobStore();
        store.storeJobAndTrigger(job, trigger);
        return store;
    }
}
