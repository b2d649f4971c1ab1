/** Course runs, the modes that they offer, and their cohorts. */
package org.openedx.devdata.service.lms.courses;
