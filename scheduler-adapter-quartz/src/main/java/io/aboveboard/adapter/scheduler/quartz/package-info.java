/**
 * Wakes the daily heartbeat by a Quartz scheduler of its own.
 *
 * <p>{@link io.aboveboard.adapter.scheduler.quartz.QuartzHeartbeatScheduler} is the way in; it touches no class of Quartz
 * before it is asked to schedule. A {@code QuartzScheduledBeat} is one running schedule: a {@code PrivateQuartz} that no
 * other code of the process can see, all of it on one {@code BeatThread}, with a {@code DailyTrigger} that fires the
 * {@code BeatJob}.
 */
package io.aboveboard.adapter.scheduler.quartz;
