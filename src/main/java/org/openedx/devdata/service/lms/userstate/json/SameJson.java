package org.openedx.devdata.service.lms.userstate.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/** Compares JSON by what it says. Stateless. */
public final class SameJson {

  private SameJson() {}

  /**
   * Returns whether two values are the same JSON: without regard to the order of fields; {@code 1}
   * and {@code 1.0} differ, {@code 1.0} and {@code 1.00} do not.
   */
  public static boolean same(JsonNode left, JsonNode right) {
    if (left.getNodeType() != right.getNodeType() || left.size() != right.size()) {
      return false;
    }
    switch (left.getNodeType()) {
      case OBJECT:
        for (Map.Entry<String, JsonNode> field : left.properties()) {
          JsonNode other = right.get(field.getKey());
          if (other == null || !same(field.getValue(), other)) {
            return false;
          }
        }
        return true;
      case ARRAY:
        for (int i = 0; i < left.size(); i++) {
          if (!same(left.get(i), right.get(i))) {
            return false;
          }
        }
        return true;
      case NUMBER:
        return sameNumber(left, right);
      default:
        return left.equals(right);
    }
  }

  private static boolean sameNumber(JsonNode left, JsonNode right) {
    if (left.isIntegralNumber() != right.isIntegralNumber()) {
      return false;
    }
    if (left.isIntegralNumber()) {
      return left.bigIntegerValue().equals(right.bigIntegerValue());
    }
    boolean finite =
        (left.isBigDecimal() || Double.isFinite(left.doubleValue()))
            && (right.isBigDecimal() || Double.isFinite(right.doubleValue()));
    return finite
        ? decimal(left).compareTo(decimal(right)) == 0
        : Double.compare(left.doubleValue(), right.doubleValue()) == 0;
  }

  private static BigDecimal decimal(JsonNode number) {
    return number.isBigDecimal() ? number.decimalValue() : new BigDecimal(number.asText());
  }
}
