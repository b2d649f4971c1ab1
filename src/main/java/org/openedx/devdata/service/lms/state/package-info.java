/** Learner state in specs: records, their checks, and the rows and versions that they become. */
package org.openedx.devdata.service.lms.state;
