/**
 * Documents that cannot carry what does not belong in them: {@link io.aboveboard.bootstrap.http.html.Html} makes {@link
 * io.aboveboard.bootstrap.http.html.Part parts}, {@link io.aboveboard.bootstrap.http.html.HtmlDocument} writes them. There
 * is no way to write text that is not escaped, a script or style in line, or an address that leads to a script.
 */
package io.aboveboard.bootstrap.http.html;
