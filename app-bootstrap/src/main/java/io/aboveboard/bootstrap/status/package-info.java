/**
 * How everything stands, for machines and for people: {@link io.aboveboard.bootstrap.status.StatusJson} and {@link
 * io.aboveboard.bootstrap.status.StatusText} say the same.
 */
package io.aboveboard.bootstrap.status;
