/** Finders of rows that their natural keys alone do not find; a row's policy names one. */
package org.openedx.devdata.plan.finder;
