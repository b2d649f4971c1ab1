package org.openedx.devdata.service.content.archive;

import java.util.List;

/**
 * Content of an archive.
 *
 * @param meta who made it, when and where
 * @param learningPackage the package itself
 * @param entities components and containers, by key in the order of the bytes of UTF-8
 * @param collections by key
 * @param ignored entries of the file that mean nothing, without what file browsers leave
 */
public record Archive(
    ArchiveMeta meta,
    ArchivedPackage learningPackage,
    List<ArchivedEntity> entities,
    List<ArchivedCollection> collections,
    List<String> ignored) {

  public Archive {
    entities = List.copyOf(entities);
    collections = List.copyOf(collections);
    ignored = List.copyOf(ignored);
  }
}
