package org.openedx.devdata.xapi;

import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.opaquekeys.CourseKey;

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

  /** The parts for the course run with a key. */
  public static CourseText of(String lmsUrl, CourseKey courseKey, String displayName) {
    String key = courseKey.text();
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
        JsonText.of(courseKey.blockPrefix()));
  }
}
