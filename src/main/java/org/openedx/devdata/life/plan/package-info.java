/**
 * Plans of learners' lives: when they enrol, leave and come back, and which part of the course each
 * session covers. All of it follows from the seed, the run and the place in its roster.
 */
package org.openedx.devdata.life.plan;
