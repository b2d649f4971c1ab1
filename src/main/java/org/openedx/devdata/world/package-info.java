/**
 * The generated population: organisations, course runs with their outlines and rosters, learners, a
 * taxonomy of tags. Everything is a function of the seed and an index; nothing is kept for each
 * learner or block. Uses random, opaquekeys and bytes.
 */
package org.openedx.devdata.world;
