/**
 * Descriptions of specs for others: JSON Schema for editors and checks, Markdown for people.
 * Written from the same descriptors that the readers use, so that they cannot disagree.
 */
package org.openedx.devdata.spec.describe;
