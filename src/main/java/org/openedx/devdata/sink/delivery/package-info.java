/**
 * Rows to servers, in batches: several in flight, tried again with back-off, and kept on disk when
 * they cannot be delivered, so that nothing is lost in silence. A {@link
 * org.openedx.devdata.sink.delivery.Courier} knows one kind of server; the rest is the same for
 * all.
 */
package org.openedx.devdata.sink.delivery;
