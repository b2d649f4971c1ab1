/**
 * Types of stores that snapshots are made of, one class each, and the stores of a target: how they
 * are found, saved at one moment, and compared. {@link
 * org.openedx.devdata.cli.keep.snapshot.part.PartTypes} lists the types.
 */
package org.openedx.devdata.cli.keep.snapshot.part;
