package org.openedx.devdata.sink.ralph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One error of a 422 answer, in the form that pydantic gives it.
 *
 * @param index number of the statement in the request, -1 when it does not say
 * @param place the fields that lead to the wrong value, such as {@code object.id}
 * @param message what is wrong with it
 */
record Complaint(int index, String place, String message) {

  /**
   * The error that says most. For an actor there are errors of each kind of actor that it might
   * have been; the one that went deepest is of the kind that it is.
   *
   * @return null when there is none
   */
  static Complaint deepest(JsonNode errors) {
    JsonNode deepest = null;
    for (JsonNode error : errors) {
      if (deepest == null || error.path("loc").size() > deepest.path("loc").size()) {
        deepest = error;
      }
    }
    return deepest == null ? null : of(deepest);
  }

  private static Complaint of(JsonNode error) {
    int index = -1;
    List<String> place = new ArrayList<>();
    for (JsonNode part : error.path("loc")) {
      if (part.isInt() && index < 0) {
        index = part.intValue();
        place.clear(); // Before it stand the body and names of Python types.
      } else {
        place.add(part.asText());
      }
    }
    return new Complaint(index, String.join(".", place), error.path("msg").asText());
  }
}
