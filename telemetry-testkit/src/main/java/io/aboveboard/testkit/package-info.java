/** Contracts of the driven ports, fakes and a recording OTLP receiver, for this project and for embedders. */
package io.aboveboard.testkit;
