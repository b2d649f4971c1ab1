/** Places in a course and in videos where a learner left off: kinds and rows. */
package org.openedx.devdata.service.lms.state.position;
