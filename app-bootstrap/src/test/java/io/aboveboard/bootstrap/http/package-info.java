/** The page and the interface for programs, from the outside: over sockets, and in a browser. */
package io.aboveboard.bootstrap.http;
