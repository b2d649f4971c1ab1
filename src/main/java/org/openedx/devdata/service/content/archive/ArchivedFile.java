package org.openedx.devdata.service.content.archive;

import org.openedx.devdata.service.content.media.ByteSource;

/**
 * An attachment.
 *
 * @param path relative to the version's folder, such as {@code static/me.png}
 * @param bytes its content
 */
public record ArchivedFile(String path, ByteSource bytes) {}
