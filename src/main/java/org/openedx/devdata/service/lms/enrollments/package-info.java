/** Enrolments with their history and schedules. */
package org.openedx.devdata.service.lms.enrollments;
