/** The progress of a run on disk: its folder, its lock, what is delivered of each table. */
package org.openedx.devdata.generate.checkpoint;
