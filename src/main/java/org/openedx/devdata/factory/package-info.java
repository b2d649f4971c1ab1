/**
 * The kernel that services build on: fields from described tables, passwords, believable defaults.
 * Pure functions of a record, the run clock and the seed.
 */
package org.openedx.devdata.factory;
