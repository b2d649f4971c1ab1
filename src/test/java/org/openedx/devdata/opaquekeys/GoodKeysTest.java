package org.openedx.devdata.opaquekeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that the platform's own key classes accept and write back unchanged. */
class GoodKeysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COURSE | course-v1:edX+DemoX+Demo_Course",
        "COURSE | course-v1:OpenedX+DemoX+DemoCourse",
        "COURSE | course-v1:a~-.:b+c-1+2026.T1",
        "COURSE | course-v1:\u00e9+\u65e5\u672c+\u00fc",
        "COURSE | course-v1:a+b+\u0663",
        "COURSE | course-v1:a+b+\u2460",
        "COURSE | course-v1:a+b+\u2160",
        "COURSE | course-v1:a+b+\ud800\udf30",
        "COURSE | course-v1:edX+DemoX+R+branch@draft",
        "COURSE | course-v1:edX+DemoX+R+branch@dr-a~f.t:x",
        "COURSE | course-v1:edX+DemoX+R+version@519665f6223ebd6980884f2b",
        "COURSE | course-v1:edX+DemoX+R+branch@draft+version@519665f6223ebd6980884f2b",
        "LEGACY_COURSE | edX/toy/2012_Fall",
        "LEGACY_COURSE | edX/to.y-1/2012%Fall",
        "LEGACY_COURSE | \u00e9/\u00fc/\u65e5",
        "LEGACY_LIBRARY | library-v1:edX+lib",
        "LEGACY_LIBRARY | library-v1:edX+lib+branch@library",
        "LEGACY_LIBRARY | library-v1:edX+lib+branch@library+version@519665f6223ebd6980884f2b",
        "CCX_COURSE | ccx-v1:edX+D+R+ccx@1",
        "CCX_COURSE | ccx-v1:edX+D+R+ccx@01",
        "CCX_COURSE | ccx-v1:edX+D+R+branch@b+ccx@1",
        "CCX_COURSE | ccx-v1:edX+D+R+branch@b+version@519665f6223ebd6980884f2b+ccx@12",
        "LIBRARY | lib:edX:slug",
        "LIBRARY | lib:e.d_X-1:sl\u00fcg-1.2_3",
        "BLOCK | block-v1:edX+D+R+type@problem+block@abc",
        "BLOCK | block-v1:edX+D+R+type@pro:b~l.e-m+block@a:b~c.d-e",
        "BLOCK | block-v1:edX+D+R+branch@b+type@problem+block@abc",
        "BLOCK | block-v1:edX+D+R+version@519665f6223ebd6980884f2b+type@problem+block@a",
        "BLOCK | block-v1:e+D+R+branch@b+version@519665f6223ebd6980884f2b+type@problem+block@a",
        "LEGACY_BLOCK | i4x://edX/toy/problem/abc",
        "LEGACY_BLOCK | i4x://edX/toy/problem/abc@draft",
        "LEGACY_BLOCK | i4x://edX/toy/problem/a:b~c%20d",
        "LEGACY_BLOCK | i4x://edX/to.y/pro-b.l%em/abc@d:r~a%f",
        "CCX_BLOCK | ccx-block-v1:edX+D+R+ccx@1+type@problem+block@a",
        "CCX_BLOCK | ccx-block-v1:edX+D+R+branch@b+ccx@1+type@problem+block@a",
        "LEGACY_LIBRARY_BLOCK | lib-block-v1:edX+lib+type@problem+block@a",
        "LEGACY_LIBRARY_BLOCK | lib-block-v1:edX+lib+branch@library+type@problem+block@a",
        "LIBRARY_BLOCK | lb:edX:slug:problem:id",
        "LIBRARY_BLOCK | lb:edX:sl\u00fcg:problem:id\u00e9-1.2",
        "CONTAINER | lct:edX:slug:unit:id",
        "CONTAINER | lct:edX:slug:subsection:id-1",
        "CONTAINER | lct:edX:slug:section:id",
        "COLLECTION | lib-collection:edX:slug:id",
        "ASSET | asset-v1:edX+D+R+type@asset+block@a.png",
        "ASSET | asset-v1:edX+D+R+type@thumbnail+block@a%20b~c:d.png",
        "ASSET | asset-v1:edX+D+R+branch@b+type@asset+block@n",
        "DEFINITION | def-v1:519665f6223ebd6980884f2b+type@problem",
      })
  void roundTrips(KeyForm form, String text) {
    OpaqueKey key = OpaqueKey.parse(text);

    assertThat(key.form()).isEqualTo(form);
    assertThat(key.text()).isEqualTo(text).isEqualTo(key.toString());
    assertThat(OpaqueKey.parse(key.text())).isEqualTo(key).hasSameHashCodeAs(key);
  }
}
