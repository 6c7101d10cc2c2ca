/** What the doctor finds. */
package io.aboveboard.bootstrap.doctor;
