package org.openedx.devdata.service.content.archive;

import java.time.Instant;

/**
 * The learning package of an archive.
 *
 * @param key such as {@code lib:Org:slug}
 * @param title may be empty
 * @param description may be empty
 */
public record ArchivedPackage(
    String key, String title, String description, Instant created, Instant updated) {}
