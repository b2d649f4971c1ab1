/**
 * Snapshots of one MySQL or MariaDB database: tables as packed lines that {@code LOAD DATA} takes,
 * saved and restored several at once.
 */
package org.openedx.devdata.keep.snapshot.mysql;
