package org.openedx.devdata.service.ecommerce.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openedx.devdata.spec.SpecRecord;

/**
 * The OAuth settings of a site configuration, a JSON object in one column: put together from the
 * fields of a record, and compared as JSON. Stateless.
 */
final class OauthSettings {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SIGN_ON = "SOCIAL_AUTH_EDX_OAUTH2_";
  private static final String BACKEND = "BACKEND_SERVICE_EDX_OAUTH2_";

  private OauthSettings() {}

  /** Those of devstack, whose LMS has the matching OAuth applications. */
  static ObjectNode defaults(String lmsRoot) {
    ObjectNode settings = JSON.createObjectNode();
    putRoot(settings, lmsRoot);
    settings.put(SIGN_ON + "PUBLIC_URL_ROOT", lmsRoot);
    settings.put(SIGN_ON + "KEY", "ecommerce-sso-key");
    settings.put(SIGN_ON + "SECRET", "ecommerce-sso-secret");
    settings.put(BACKEND + "KEY", "ecommerce-backend-service-key");
    settings.put(BACKEND + "SECRET", "ecommerce-backend-service-secret");
    return settings;
  }

  private static void putRoot(ObjectNode settings, String lmsRoot) {
    settings.put(SIGN_ON + "URL_ROOT", lmsRoot);
    settings.put(SIGN_ON + "LOGOUT_URL", lmsRoot + "/logout");
    settings.putArray(SIGN_ON + "ISSUERS").add(lmsRoot);
  }

  /** Settings that a record of {@code site_configurations} gives; empty without any of OAuth. */
  static ObjectNode stated(SpecRecord record) {
    ObjectNode settings = JSON.createObjectNode();
    record.text("lms_url_root").ifPresent(root -> putRoot(settings, root));
    put(settings, SIGN_ON + "PUBLIC_URL_ROOT", record, "lms_public_url_root");
    put(settings, SIGN_ON + "KEY", record, "sso_client_id");
    put(settings, SIGN_ON + "SECRET", record, "sso_client_secret");
    put(settings, BACKEND + "KEY", record, "backend_client_id");
    put(settings, BACKEND + "SECRET", record, "backend_client_secret");
    record
        .get("oauth_settings", JsonNode.class)
        .filter(JsonNode::isObject)
        .ifPresent(more -> settings.setAll((ObjectNode) more));
    return settings;
  }

  private static void put(ObjectNode settings, String key, SpecRecord record, String field) {
    record.text(field).ifPresent(value -> settings.put(key, value));
  }

  /** The object that a column holds; an empty one where it holds none. */
  static ObjectNode parse(String text) {
    try {
      return JSON.readTree(text) instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  /** Returns whether two column values are the same JSON, however it is written. */
  static boolean same(Object found, Object wanted) {
    return found instanceof String left
        && wanted instanceof String right
        && parse(left).equals(parse(right));
  }
}
