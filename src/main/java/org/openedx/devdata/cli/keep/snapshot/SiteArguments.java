package org.openedx.devdata.cli.keep.snapshot;

import org.openedx.devdata.cli.connect.ConnectArguments;
import org.openedx.devdata.cli.connect.Databases;
import org.openedx.devdata.cli.console.Session;
import org.openedx.devdata.cli.keep.snapshot.part.TargetSite;
import org.openedx.devdata.cli.spec.MediaArguments;
import picocli.CommandLine.Mixin;

/** Options that say where the stores of a target are. Filled in by picocli. */
final class SiteArguments {

  @Mixin private MediaArguments media = new MediaArguments();

  @Mixin private ConnectArguments connect = new ConnectArguments();

  /** Name of the target. */
  String target(Session session) {
    return connect.toConnect(session.options()).target();
  }

  /** The databases of the target; to be closed. */
  Databases databases(Session session) {
    return new Databases(session, connect.toConnect(session.options()));
  }

  /** The target, as far as it is meant. */
  TargetSite site(Session session, Databases databases, ChoiceArguments choice) {
    return new TargetSite(
        session, databases, media.root(session), choice.tablesOnly(), choice.isWhole());
  }
}
