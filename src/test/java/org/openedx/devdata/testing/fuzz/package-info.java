/**
 * Input as users mistype, cut, merge and damage it, and the rules that every answer to it keeps.
 * Everything follows from a seed.
 */
package org.openedx.devdata.testing.fuzz;
