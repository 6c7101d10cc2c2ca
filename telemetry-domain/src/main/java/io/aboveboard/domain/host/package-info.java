/** The only package of the domain that reads the JVM: its environment, its properties, its clocks. All replaceable. */
package io.aboveboard.domain.host;
