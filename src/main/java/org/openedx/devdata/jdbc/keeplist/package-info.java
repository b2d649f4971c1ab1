/**
 * Rows that migrations put into a database, as the service that owns its tables lists them: data in
 * a {@code keep.yaml} beside its tables.
 */
package org.openedx.devdata.jdbc.keeplist;
