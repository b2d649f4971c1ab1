/**
 * States as JSON: checked, read, written and compared as the platform does. Uses the failures of
 * userstate.
 */
package org.openedx.devdata.service.lms.userstate.json;
