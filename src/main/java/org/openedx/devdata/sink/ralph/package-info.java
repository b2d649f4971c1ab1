/**
 * Statements to a learning record store by HTTP, as Ralph takes them: arrays of statements, posted
 * several at a time. What each answer means is in {@link org.openedx.devdata.sink.ralph.LrsAnswer}.
 * Uses sink.delivery.
 */
package org.openedx.devdata.sink.ralph;
