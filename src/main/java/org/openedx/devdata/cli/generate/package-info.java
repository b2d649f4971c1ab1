/**
 * {@code devdata load-db} and {@code load-db-from-s3}: configurations, destinations, dry runs,
 * deliveries that are repeated. Uses aspects, connect, console and report.
 */
package org.openedx.devdata.cli.generate;
