/** The runnable jar: configuration, wiring and commands around the domain and its adapters. */
package io.aboveboard.bootstrap;
