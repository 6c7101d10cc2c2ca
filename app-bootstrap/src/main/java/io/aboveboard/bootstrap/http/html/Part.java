package io.aboveboard.bootstrap.http.html;

/** What an element is made of: its attributes and its content. Parts are immutable. */
public sealed interface Part permits Attribute, Content {}
