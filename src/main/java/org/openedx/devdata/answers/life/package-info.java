/** One life seen as a whole: what has become of a learner, and what was done, as reports see it. */
package org.openedx.devdata.answers.life;
