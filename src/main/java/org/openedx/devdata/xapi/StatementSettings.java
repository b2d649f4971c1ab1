package org.openedx.devdata.xapi;

/**
 * Settings that all statements of a site share.
 *
 * @param lmsUrl root URL of the LMS, without a slash at its end
 * @param transformerVersion what made the statements, such as {@code event-routing-backends@9.3.0}
 */
public record StatementSettings(String lmsUrl, String transformerVersion) {

  /** The version of the transformer that current releases of Aspects pin. */
  public static final String DEFAULT_TRANSFORMER = "event-routing-backends@9.3.0";
}
