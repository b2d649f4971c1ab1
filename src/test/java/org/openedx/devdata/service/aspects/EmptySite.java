package org.openedx.devdata.service.aspects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A site of Aspects without tables, until a test makes them. */
abstract class EmptySite {

  AspectsSite site;

  @BeforeEach
  void emptySite() {
    site = new AspectsSite("setup").ofRalph();
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  AspectsSetup.Outcome init() {
    return AspectsSetup.init(site.clickhouse(), site.names());
  }
}
