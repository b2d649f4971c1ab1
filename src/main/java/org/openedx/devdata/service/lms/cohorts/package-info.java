/** Cohorts of course runs, and who is in them. */
package org.openedx.devdata.service.lms.cohorts;
