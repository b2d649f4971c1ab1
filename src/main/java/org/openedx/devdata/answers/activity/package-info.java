/** Charts for operators: statements by day and verb, learners and courses at a time. */
package org.openedx.devdata.answers.activity;
