/** Differences between two states of a MySQL or MariaDB database, by natural keys. */
package org.openedx.devdata.keep.diff.mysql;
