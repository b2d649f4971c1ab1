/**
 * Times at which learners are there: enrolments, runs of courses, rhythm of days and weeks, curves
 * of a configuration. Knows no statement.
 */
package org.openedx.devdata.xapi.model.calendar;
