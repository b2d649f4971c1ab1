/**
 * The client over a store: reads, writes and deletions by field, and the way to open one. Uses
 * store and json.
 */
package org.openedx.devdata.service.lms.userstate.client;
