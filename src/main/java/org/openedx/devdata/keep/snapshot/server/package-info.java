/**
 * Snapshots of the embedded MariaDB as copies of its files: taken while it is stopped, restored by
 * exchanging folders, read through a second server.
 */
package org.openedx.devdata.keep.snapshot.server;
