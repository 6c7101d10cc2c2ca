/**
 * What is personal, and how it is kept from leaving: {@link io.aboveboard.domain.privacy.PersonalKeys} knows the keys whose
 * values are never sent, {@link io.aboveboard.domain.privacy.PrivacyFilter} replaces what is private inside of texts by a
 * marker of its {@link io.aboveboard.domain.privacy.PrivateKind}; {@link io.aboveboard.domain.privacy.MachineNames} are the
 * names of this machine that it looks for. {@link io.aboveboard.domain.privacy.ErrorDigest} is all that is ever said of an
 * exception. The finder goes through a text and asks the class of each kind at the places where that kind can begin.
 */
package io.aboveboard.domain.privacy;
