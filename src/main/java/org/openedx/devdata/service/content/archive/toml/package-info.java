/** The TOML of archives: sections read with positions, text written as upstream writes it. */
package org.openedx.devdata.service.content.archive.toml;
