package org.openedx.devdata.service.content.archive;

import java.time.Instant;

/**
 * Origin of an archive.
 *
 * @param createdBy user name; empty if unknown
 * @param createdByEmail may be empty, although there is a user
 * @param createdAt when
 * @param originServer host; empty if unknown
 */
public record ArchiveMeta(
    String createdBy, String createdByEmail, Instant createdAt, String originServer) {}
