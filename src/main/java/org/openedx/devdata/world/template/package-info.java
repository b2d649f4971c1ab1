/**
 * Course runs that are drawn from templates, each run with a structure of its own. Uses {@code
 * world} and {@code random}.
 */
package org.openedx.devdata.world.template;
