/**
 * What the process was told: {@link io.aboveboard.bootstrap.config.ConfigReader} brings the {@link
 * io.aboveboard.bootstrap.config.SettingSources} together into an {@link io.aboveboard.bootstrap.config.AppConfig}, or
 * says everything that is wrong with them at once.
 */
package io.aboveboard.bootstrap.config;
