/** Wakes the daily heartbeat by a Quartz scheduler of its own. */
package io.aboveboard.adapter.scheduler.quartz;
