/**
 * A population that a person names: learners, courses with their blocks, enrolments, taxonomies.
 * Read from specs of any service and made into a {@link org.openedx.devdata.world.World}, whose ids
 * are functions of names. Uses world, random and opaquekeys.
 */
package org.openedx.devdata.world.named;
