/**
 * What programs call: {@link io.aboveboard.bootstrap.http.api.StatusServlet} and {@link
 * io.aboveboard.bootstrap.http.api.ConsentServlet}. Bodies are read by {@link
 * io.aboveboard.bootstrap.http.api.RequestBody} and, where they are JSON, by {@link
 * io.aboveboard.bootstrap.http.api.StrictJson}, both within narrow limits.
 */
package io.aboveboard.bootstrap.http.api;
