package org.openedx.devdata.cli.keep.snapshot;

import org.openedx.devdata.cli.keep.snapshot.part.PartType;
import org.openedx.devdata.cli.keep.snapshot.part.PartTypes;
import org.openedx.devdata.cli.report.text.TextOut;
import org.openedx.devdata.cli.report.text.TextView;
import org.openedx.devdata.spec.Amount;

/** A restore, for people. Stateless. */
final class RestoreText implements TextView<RestoreResult> {

  @Override
  public void write(RestoreResult result, TextOut out) {
    for (RestoreResult.Part part : result.parts()) {
      PartType.Words words = PartTypes.words(part.kind());
      if (result.dryRun()) {
        out.println(
            "%s would get the %s of snapshot %s"
                .formatted(part.store(), Amount.of(part.saved(), words.row()), result.snapshot()));
        part.differences().forEach(one -> out.println("  differs: " + one));
      } else {
        out.println(
            "%s: %s as in snapshot %s, %s restored, %s removed or written"
                .formatted(
                    part.name(),
                    Amount.of(part.unchanged(), words.item() + " was", words.item() + "s were"),
                    result.snapshot(),
                    Amount.of(part.restored().size(), words.item()),
                    Amount.of(part.written(), words.row())));
        if (out.verbose()) {
          part.restored().forEach(item -> out.println("  " + item));
        }
      }
    }
  }
}
