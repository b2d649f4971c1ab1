/**
 * Back ends of generated data, a class each; {@code Backends} lists them. Uses {@code
 * generate.config} and sinks.
 */
package org.openedx.devdata.generate.destination;
