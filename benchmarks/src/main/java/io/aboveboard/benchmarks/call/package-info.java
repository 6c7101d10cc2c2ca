/** What one call costs its caller: switched off, recording, and where nothing can be recorded. */
package io.aboveboard.benchmarks.call;
