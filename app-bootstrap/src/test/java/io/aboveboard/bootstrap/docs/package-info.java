/** Holds what the documents show equal to what compiles and runs. */
package io.aboveboard.bootstrap.docs;
