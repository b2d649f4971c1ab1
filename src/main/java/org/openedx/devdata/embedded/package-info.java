/**
 * The built-in engines, for people without servers of their own: unpacked once for each user, their
 * data in a folder of the project, started when needed and shared by all that need them at once.
 *
 * <p>Uses the operating system's processes and file locks; knows no specs and no console.
 */
package org.openedx.devdata.embedded;
