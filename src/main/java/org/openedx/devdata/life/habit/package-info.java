/** Habits of learners as data: ready sets for kinds of course, and the keys that describe them. */
package org.openedx.devdata.life.habit;
