/** The commands of snapshots, and what they print. */
package org.openedx.devdata.cli.keep.snapshot;
