/**
 * The runnable jar: configuration, wiring and commands around the domain and its adapters. It begins at {@link
 * io.aboveboard.bootstrap.Main}; {@code cli} reads the command line, {@code config} the settings, {@code state} looks after
 * the folder, {@code wiring} puts the parts together, {@code status} shows them, {@code logging} writes what happens.
 */
package io.aboveboard.bootstrap;
