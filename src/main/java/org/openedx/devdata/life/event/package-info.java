/** Events of learners' lives in primitive form. Knows neither xAPI nor tables. */
package org.openedx.devdata.life.event;
