package org.openedx.devdata.service.content.components;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openedx.devdata.service.content.media.Media;

/**
 * Description of the next version of a component.
 *
 * @param number empty for the next one
 * @param title empty to keep the one before
 * @param attachments media by path; an empty one drops the attachment of that path
 * @param withoutPrevious whether attachments that are not mentioned are dropped
 */
public record NextVersion(
    Optional<Integer> number,
    Optional<String> title,
    Map<String, Optional<Media>> attachments,
    boolean withoutPrevious) {

  public NextVersion {
    attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
  }
}
