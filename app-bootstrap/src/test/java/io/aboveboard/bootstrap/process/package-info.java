/** The runnable jar as processes of its own, from the outside: its streams, its exit codes, what arrives on the wire. */
package io.aboveboard.bootstrap.process;
