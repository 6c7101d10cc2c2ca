/**
 * Who is asking: {@link io.aboveboard.bootstrap.http.access.Gatekeeper} tells a person with a session from a program with a
 * token and both from a stranger. A person comes in once by a code or the admin token and is then known by a cookie; what
 * must be shown is in the {@link io.aboveboard.bootstrap.http.access.Keyring}.
 */
package io.aboveboard.bootstrap.http.access;
