/**
 * What every request passes before anybody looks at what it wants, in this order: {@link
 * io.aboveboard.bootstrap.http.guard.ShelterFilter} puts the headers on the answer that protect whoever reads it, {@link
 * io.aboveboard.bootstrap.http.guard.HostFilter} turns away who calls us by a foreign name, {@link
 * io.aboveboard.bootstrap.http.guard.FloodFilter} who comes too often, {@link
 * io.aboveboard.bootstrap.http.guard.WriteFilter} who writes from a foreign page. They are plain servlet filters, so that
 * they stand before our servlets in any container. What they refuse is thrown, and answered by the first of them in a form
 * that whoever asked can read, see {@link io.aboveboard.bootstrap.http.guard.RefusalAnswer}.
 */
package io.aboveboard.bootstrap.http.guard;
