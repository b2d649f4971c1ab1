package org.openedx.devdata.service.lms.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.plan.row.Comparison;
import org.openedx.devdata.service.lms.userstate.UserStateException;
import org.openedx.devdata.service.lms.userstate.json.SameJson;
import org.openedx.devdata.service.lms.userstate.json.StateJson;

/**
 * Compares states as JSON. Immutable.
 *
 * @param ignored fields that are not compared, because they depend on when the spec was loaded
 * @param overlay whether the spec says only some fields, and others in the database are fine
 */
public record StateComparison(List<String> ignored, boolean overlay) implements Comparison {

  public static final StateComparison WHOLE = new StateComparison(List.of(), false);
  public static final StateComparison OVERLAY = new StateComparison(List.of(), true);

  @Override
  public boolean agrees(Object found, Object wanted) {
    if (found == null || wanted == null || found.equals(wanted)) {
      return found == null ? wanted == null : found.equals(wanted);
    }
    ObjectNode stored;
    try {
      stored = StateJson.parseStored((String) found, "the row");
    } catch (UserStateException.CorruptState e) {
      return false;
    }
    ObjectNode said = StateJson.parseStored((String) wanted, "the spec");
    stored.remove(ignored);
    said.remove(ignored);
    return overlay ? contains(stored, said) : SameJson.same(stored, said);
  }

  @Override
  public Object laidOver(Object found, Object wanted) {
    if (wanted == null) {
      throw new IllegalArgumentException(
          "the user has stored state in this block, which never becomes null again; write {} for"
              + " a state that was deleted, or leave state out");
    }
    if (!overlay || found == null) {
      return wanted;
    }
    ObjectNode stored;
    try {
      stored = StateJson.parseStored((String) found, "the row");
    } catch (UserStateException.CorruptState e) {
      throw new IllegalArgumentException(
          e.getMessage() + "; give the whole state under student_modules", e);
    }
    return StateJson.write(stored.setAll(StateJson.parseStored((String) wanted, "the spec")));
  }

  private static boolean contains(ObjectNode stored, ObjectNode said) {
    for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> field : said.properties()) {
      if (!stored.has(field.getKey())
          || !SameJson.same(stored.get(field.getKey()), field.getValue())) {
        return false;
      }
    }
    return true;
  }
}
