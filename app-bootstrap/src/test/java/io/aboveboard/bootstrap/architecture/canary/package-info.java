/** A small project in which every rule is broken, each by the class that is named after it. */
package io.aboveboard.bootstrap.architecture.canary;
