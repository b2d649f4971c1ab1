/** States as specs give them whole: kind, checks of fields and scores, rows. */
package org.openedx.devdata.service.lms.state.module;
