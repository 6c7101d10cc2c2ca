package io.aboveboard.bootstrap.http.html;

/** What stands in a document. */
public sealed interface Content extends Part permits Element, Fragment, Text {}
