/**
 * The LMS and Studio: accounts, courses, modes, roles, identity verification, enrolments. Other
 * packages see {@link org.openedx.devdata.service.lms.LmsService} only.
 */
package org.openedx.devdata.service.lms;
