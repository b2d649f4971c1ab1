/**
 * Tables of any description as streams of bytes: read as the server sends them, in the text form
 * that {@code LOAD DATA} takes as it is, and loaded from it. No value becomes a Java object.
 */
package org.openedx.devdata.jdbc.stream;
