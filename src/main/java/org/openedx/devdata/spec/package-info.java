/**
 * Spec files: YAML read with positions, kinds described as data, records checked against their
 * kind, and every problem of every file reported at once. Knows no database and no console.
 */
package org.openedx.devdata.spec;
