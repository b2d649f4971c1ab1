/** Learners as persons: lasting traits, time zones, and the rhythm of their own days. */
package org.openedx.devdata.life.person;
