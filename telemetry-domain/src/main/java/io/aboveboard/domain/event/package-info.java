/**
 * What a product event is: {@link io.aboveboard.domain.event.Event} declares it, {@link
 * io.aboveboard.domain.event.EventName} and {@link io.aboveboard.domain.event.PropertyKey} are its checked parts, {@link
 * io.aboveboard.domain.event.PropertyCollector} applies the property rules to the values of one occurrence, {@link
 * io.aboveboard.domain.event.UserId} and {@link io.aboveboard.domain.event.RequestContext} say who and where.
 */
package io.aboveboard.domain.event;
