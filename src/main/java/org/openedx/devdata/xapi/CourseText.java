package org.openedx.devdata.xapi;

import org.openedx.devdata.bytes.JsonText;

/**
 * The parts of statements that are the same for all of a course, encoded once.
 *
 * @param key the course key's text
 * @param url the course's activity id
 * @param name its display name
 * @param activity the course as an activity that is the parent of another
 * @param usagePrefix its usage keys up to and with {@code +type@}
 */
public record CourseText(
    JsonText key, JsonText url, JsonText name, JsonText activity, JsonText usagePrefix) {

  /** The parts for the course with a key such as {@code course-v1:Org+Course+Run}. */
  public static CourseText of(String lmsUrl, String key, String displayName) {
    String url = lmsUrl + "/course/" + key;
    String activity =
        "{\"id\":\""
            + JsonText.escape(url)
            + "\",\"objectType\":\"Activity\",\"definition\":{\"type\":\""
            + ActivityTypes.COURSE
            + "\",\"name\":{\"en-US\":\""
            + JsonText.escape(displayName)
            + "\"}}}";
    return new CourseText(
        JsonText.of(key),
        JsonText.of(url),
        JsonText.of(displayName),
        JsonText.ofJson(activity),
        JsonText.of(usagePrefix(key)));
  }

  private static String usagePrefix(String key) {
    int colon = key.indexOf(':');
    String scheme = key.startsWith("ccx-") ? "ccx-block-v1" : "block-v1";
    return scheme + key.substring(colon) + "+type@";
  }
}
