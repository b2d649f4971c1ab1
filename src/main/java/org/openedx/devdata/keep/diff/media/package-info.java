/** Differences between two states of a folder of files. */
package org.openedx.devdata.keep.diff.media;
