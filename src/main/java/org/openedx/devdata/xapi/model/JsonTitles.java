package org.openedx.devdata.xapi.model;

import org.openedx.devdata.bytes.JsonText;
import org.openedx.devdata.world.BlockType;

/** Display names of sequentials as they stand in statements; the first few are made once. */
final class JsonTitles {

  private static final JsonText[] FIRST = first();

  private JsonTitles() {}

  static JsonText of(int sequential) {
    return sequential < FIRST.length ? FIRST[sequential] : title(sequential);
  }

  private static JsonText[] first() {
    JsonText[] titles = new JsonText[256];
    for (int i = 0; i < titles.length; i++) {
      titles[i] = title(i);
    }
    return titles;
  }

  private static JsonText title(int sequential) {
    return JsonText.of(BlockType.SEQUENTIAL.title() + " " + (sequential + 1));
  }
}
