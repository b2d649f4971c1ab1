/**
 * The way from the layout of a database to a later one: checks of data, steps in order, their run.
 * Uses script and migration.
 */
package org.openedx.devdata.service.content.layout.planning;
