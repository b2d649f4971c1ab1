package org.openedx.devdata.service;

import org.openedx.devdata.opaquekeys.CourseKey;
import org.openedx.devdata.opaquekeys.UsageKey;
import org.openedx.devdata.spec.read.KeyParsers;

/**
 * Conversion of spec files' course and usage keys to the text that the platform stores. Stateless.
 */
public final class PlatformKeys {

  private PlatformKeys() {}

  /** Parsers that drop branch and version, as every table of the platform does. */
  public static KeyParsers parsers() {
    return new KeyParsers(
        text -> CourseKey.parse(text).withoutBranchAndVersion().text(),
        text -> UsageKey.parse(text).withoutBranchAndVersion().text());
  }
}
