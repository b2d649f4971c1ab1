/**
 * Files that earlier runs wrote, in a folder or an object store, and their transfer into the tables
 * of Aspects. Uses generate and its config.
 */
package org.openedx.devdata.generate.stored;
