package org.openedx.devdata.cli.keep.snapshot.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openedx.devdata.cli.console.failure.UsageException;
import org.openedx.devdata.cli.spec.MediaArguments;
import org.openedx.devdata.keep.diff.StoreDiff;
import org.openedx.devdata.keep.diff.media.FolderComparison;
import org.openedx.devdata.keep.snapshot.ManifestJson;
import org.openedx.devdata.keep.snapshot.Moment;
import org.openedx.devdata.keep.snapshot.SavedCopy;
import org.openedx.devdata.keep.snapshot.media.FolderPart;
import org.openedx.devdata.keep.snapshot.media.SavedFolder;
import org.openedx.devdata.service.content.ContentService;

/** The platform's media folder, with the files of authored content. Stateless. */
final class MediaParts implements PartType<FolderPart> {

  private static final String NAME = "media";

  private static final List<String> SERVICES = List.of(ContentService.IDENTITY.ida());

  @Override
  public String kind() {
    return FolderPart.KIND;
  }

  @Override
  public Words words() {
    return new Words("file", "file");
  }

  @Override
  public List<FolderPart> find(AskedStores asked) {
    if (asked.site().tablesOnly()) {
      return List.of();
    }
    boolean isAsked = asked.services().containsAll(SERVICES);
    Optional<Path> folder = folder(asked.site(), isAsked);
    if (asked.saved() && folder.isEmpty()) {
      throw new UsageException(
          "the snapshot has media files; name their folder with --media-root DIR, or the services"
              + " that are meant with --only");
    }
    if (folder.isEmpty() || !asked.saved() && !Files.isDirectory(folder.get())) {
      if (isAsked) {
        asked
            .site()
            .session()
            .note(
                "left out: media files; "
                    + folder
                        .map(path -> path + " is not there")
                        .orElse("--media-root DIR names their folder"));
      }
      return List.of();
    }
    return isAsked || !asked.named()
        ? List.of(new FolderPart(NAME, SERVICES, folder.get()))
        : List.of();
  }

  /** The folder that is named, else the one beside the embedded database of content. */
  private static Optional<Path> folder(TargetSite site, boolean isAsked) {
    return site.media().isPresent() || !isAsked
        ? site.media()
        : MediaArguments.beside(site.session(), site.databases().of(SERVICES.get(0)));
  }

  @Override
  public Moment<FolderPart> moment(List<FolderPart> stores) {
    return FolderPart.moment();
  }

  @Override
  public StoreDiff compare(SavedCopy before, FolderPart now, Comparing how) throws IOException {
    return comparison(how).compare(details(before), now.folder());
  }

  @Override
  public StoreDiff compare(SavedCopy before, SavedCopy after, Comparing how) {
    return comparison(how).compare(details(before), details(after));
  }

  private static FolderComparison comparison(Comparing how) {
    return new FolderComparison(how.items(), how.limit(), how.done());
  }

  private static SavedFolder details(SavedCopy copy) {
    return ManifestJson.details(copy.part(), SavedFolder.class);
  }
}
