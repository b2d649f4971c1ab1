/** Charts of learners: enrolments, grades, who is active or at risk, the forum, tags of courses. */
package org.openedx.devdata.answers.people;
