/**
 * The demo: {@link io.aboveboard.bootstrap.demo.Demo} plays the story of consent with the real adapters against an OTLP
 * receiver of its own, on loopback and in a throw-away folder. The story asserts itself: it succeeds only if each record
 * was received, or refused, exactly as told.
 */
package io.aboveboard.bootstrap.demo;
