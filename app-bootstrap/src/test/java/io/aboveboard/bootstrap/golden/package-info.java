/** Comparison of what people read with files that say what they should read. */
package io.aboveboard.bootstrap.golden;
