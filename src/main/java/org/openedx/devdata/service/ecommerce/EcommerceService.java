package org.openedx.devdata.service.ecommerce;

import java.util.List;
import org.openedx.devdata.jdbc.keeplist.KeepList;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.jdbc.targets.ServiceIdentity;
import org.openedx.devdata.plan.KindsService;
import org.openedx.devdata.plan.kind.RecordKinds;
import org.openedx.devdata.service.ecommerce.courses.Catalogue;
import org.openedx.devdata.service.ecommerce.courses.CourseKind;
import org.openedx.devdata.service.ecommerce.shop.ConfigurationKind;
import org.openedx.devdata.service.ecommerce.shop.FlagKind;
import org.openedx.devdata.service.ecommerce.shop.PartnerKind;
import org.openedx.devdata.service.ecommerce.shop.SiteKind;
import org.openedx.devdata.service.ecommerce.shop.UserKind;
import org.openedx.devdata.spec.ServiceDescriptor;

/** The e-commerce service: what a shop needs to sell seats in courses. */
public final class EcommerceService implements KindsService {

  public static final ServiceIdentity IDENTITY = ServiceIdentity.mySql("ecommerce", "shop");

  private final RecordKinds kinds = allKinds();
  private final ServiceDescriptor descriptor =
      kinds.descriptor(
          IDENTITY.ida(),
          "The e-commerce service (deprecated): sites, partners, courses with seats.");

  /** In the order in which they are loaded. */
  private static RecordKinds allKinds() {
    TableSet tables = TableSet.besides(EcommerceService.class);
    return new RecordKinds(
        IDENTITY.ida(),
        tables,
        List.of(
            new FlagKind(tables),
            new SiteKind(tables),
            new PartnerKind(tables),
            new ConfigurationKind(tables),
            new UserKind(tables),
            new CourseKind(tables)));
  }

  @Override
  public ServiceDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public RecordKinds kinds() {
    return kinds;
  }

  @Override
  public String migrationAdvice() {
    return Catalogue.ADVICE;
  }

  @Override
  public KeepList keepList() {
    return KeepList.besides(EcommerceService.class);
  }
}
