/**
 * Counter-based randomness: every number is a pure function of (seed, stream name, ordinal, draw
 * number), so that any slice of a generated stream can be made alone, in any order and on any
 * thread, with the same bytes. Primitive in, primitive out, no allocation; nothing here keeps a
 * position. Uses nothing else of the project.
 *
 * <p>{@link org.openedx.devdata.random.RandomStream} gives an item its 64-bit key; {@link
 * org.openedx.devdata.random.Draw} turns a key into as many independent draws as needed and draws
 * into values; the other classes shape draws (weights, distributions, permutations, ids). What they
 * return for given inputs is frozen by tests: a change would change every data set made with a
 * seed.
 */
package org.openedx.devdata.random;
