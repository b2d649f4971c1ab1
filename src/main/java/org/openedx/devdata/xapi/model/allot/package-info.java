/**
 * Numbers of statements of each type in each visit, so that the mix is kept exactly. Uses calendar.
 */
package org.openedx.devdata.xapi.model.allot;
