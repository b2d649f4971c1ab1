package org.openedx.devdata.service.content.publishing;

/** The two states that an entity has at a time. */
public enum Branch {
  DRAFT,
  PUBLISHED
}
