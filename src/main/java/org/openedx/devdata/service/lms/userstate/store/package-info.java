/**
 * Rows of learner state in MySQL and their history: queries in pages, saves in bulk. Uses {@code
 * plan} and {@code jdbc}; knows no fields of a block.
 */
package org.openedx.devdata.service.lms.userstate.store;
