package org.openedx.devdata.tracking;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Settings that all lines of a log share.
 *
 * @param lmsUrl root URL of the LMS, without a slash at its end
 * @param prefix what stands before the JSON of a line
 */
public record TrackingSettings(String lmsUrl, Prefix prefix) {

  /** Beginnings of a line. */
  public enum Prefix {
    /** The line is its JSON, as the platform's own settings have it. */
    NONE,
    /** Tutor's settings write time, level, process, logger, user, address, source. */
    TUTOR
  }

  /** The name of the server. */
  String host() {
    try {
      String host = new URI(lmsUrl).getHost();
      return host == null ? "" : host;
    } catch (URISyntaxException notOne) {
      return "";
    }
  }
}
