/**
 * The command line: {@link io.aboveboard.bootstrap.cli.Cli} runs one command. Results go to standard output, everything
 * else to standard error; {@code ExitCode} says how it went.
 */
package io.aboveboard.bootstrap.cli;
