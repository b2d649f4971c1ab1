/** A folder of files as a part of snapshots: their content, and links among them. */
package org.openedx.devdata.keep.snapshot.media;
