/**
 * The built-in MariaDB: its programs unpacked, a data folder made, the server started, watched and
 * stopped. Uses the folders, locks and leases of embedded.
 */
package org.openedx.devdata.embedded.mariadb;
