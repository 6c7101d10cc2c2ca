/** The one annotation the domain needs of its own, because it depends on no library that would bring it. */
package io.aboveboard.domain.annotation;
