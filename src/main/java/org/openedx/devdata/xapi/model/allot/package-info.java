/**
 * How many statements of which type each visit has, so that the mix is kept exactly. Uses calendar.
 */
package org.openedx.devdata.xapi.model.allot;
