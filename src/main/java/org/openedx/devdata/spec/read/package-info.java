/**
 * Typed reading: a YAML tree and a service's descriptor to checked records. A small class for each
 * type of value; all report to one collection of problems and go on.
 */
package org.openedx.devdata.spec.read;
