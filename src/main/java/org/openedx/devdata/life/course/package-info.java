/**
 * Course runs as learners meet them: units in order, problems with difficulty, due dates, grading.
 */
package org.openedx.devdata.life.course;
