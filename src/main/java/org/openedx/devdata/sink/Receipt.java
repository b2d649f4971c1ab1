package org.openedx.devdata.sink;

/**
 * A block that has arrived.
 *
 * @param block its table and number
 * @param tally what was in it
 * @param written bytes that went out for it, after coding
 * @param position for a sink that appends: the length of the file up to and with this block
 */
public record Receipt(Block block, Tally tally, long written, long position) {}
