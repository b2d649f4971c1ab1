/**
 * The first event model: each statement drawn from a mix, in visits of learners to courses, with
 * what must hold over a learner's time in a course kept by closed forms. See docs/xapi-design.md.
 * Uses world and random.
 */
package org.openedx.devdata.xapi.model;
