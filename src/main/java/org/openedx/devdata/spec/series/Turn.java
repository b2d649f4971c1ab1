package org.openedx.devdata.spec.series;

/**
 * One record of a series.
 *
 * @param number its number, from 0, among all combinations, those that a share leaves out included
 * @param places index of the element of each axis; never changed
 */
record Turn(int number, int[] places) {}
