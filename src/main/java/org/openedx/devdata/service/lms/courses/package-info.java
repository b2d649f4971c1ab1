/** Course runs and the modes that they offer. */
package org.openedx.devdata.service.lms.courses;
