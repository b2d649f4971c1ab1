/**
 * Authored content: learning packages with their history. The applets {@code publishing}, {@code
 * media}, {@code components}, {@code containers}, {@code collections} and {@code archive} know no
 * database; what stands here makes kinds, rows and tables of them.
 */
package org.openedx.devdata.service.content;
