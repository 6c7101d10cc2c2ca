/**
 * The page for people and the interface for programs, on one address. {@link io.aboveboard.bootstrap.http.LocalServer} is
 * the entry: it serves, behind a {@link io.aboveboard.bootstrap.http.Door}, what {@link
 * io.aboveboard.bootstrap.http.HttpInterface} registers. {@code guard} stands before everything, {@code access} knows who
 * is asking, {@code api} answers programs. What can be refused by the head of a request alone is refused by {@code
 * HeadGuard}, before {@code WholeBodies} reads a body.
 */
package io.aboveboard.bootstrap.http;
