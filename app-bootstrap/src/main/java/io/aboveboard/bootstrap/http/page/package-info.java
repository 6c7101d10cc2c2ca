/**
 * The page for people, made on the server: {@link io.aboveboard.bootstrap.http.page.OverviewServlet} shows how everything
 * stands, {@link io.aboveboard.bootstrap.http.page.SetupServlet} asks, {@link
 * io.aboveboard.bootstrap.http.page.DecisionServlet} takes the answer; {@link
 * io.aboveboard.bootstrap.http.page.EntryServlet} and {@link io.aboveboard.bootstrap.http.page.LoginServlet} let people in.
 * Each part of the page is a class whose name ends in {@code Part}; {@link io.aboveboard.bootstrap.http.page.Frame} puts
 * them into a document. It works without its script, which only keeps it up to date.
 */
package io.aboveboard.bootstrap.http.page;
