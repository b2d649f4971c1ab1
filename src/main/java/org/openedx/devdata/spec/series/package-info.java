/**
 * Records that stand for many: {@code repeat}, {@code for_each} and {@code from} in a list of
 * records, made one by one from their number. Everything is a function of the seed, the file, the
 * record and the number. Knows nothing of reading and checking.
 */
package org.openedx.devdata.spec.series;
