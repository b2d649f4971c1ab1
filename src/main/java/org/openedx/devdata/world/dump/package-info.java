/**
 * A world as rows of the event-sink tables of Aspects: courses, blocks, tags, learners, enrolments.
 * Every table is cut into units that can be written alone, in any order. Uses world and random.
 */
package org.openedx.devdata.world.dump;
