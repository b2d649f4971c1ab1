package org.openedx.devdata.world.dump;

import java.util.Optional;
import org.openedx.devdata.random.Draw;
import org.openedx.devdata.world.Profile;
import org.openedx.devdata.world.World;

/** The profiles of the learners, once for each change; in units of ten thousand rows. Immutable. */
record ProfileDump(World world, DumpTimes times) implements TableDump {

  private static final String[] GENDERS = {"", "m", "f", "o"};
  private static final String[] EDUCATIONS = {"", "p", "m", "b", "none", "other"};
  private static final String[] COUNTRIES = {"", "US", "CO", "AU", "IN", "PK"};
  private static final String[] LANGUAGES = {"", "en", "es", "fr", "ar"};

  @Override
  public DumpTable table() {
    return DumpTable.USER_PROFILE;
  }

  private int unitsOfAChange() {
    return (world.learners().count() + ExternalIdDump.UNIT - 1) / ExternalIdDump.UNIT;
  }

  @Override
  public int units() {
    return unitsOfAChange() * world.spec().profileChanges();
  }

  @Override
  public long rows(int unit) {
    int first = unit % unitsOfAChange() * ExternalIdDump.UNIT;
    return Math.min(ExternalIdDump.UNIT, world.learners().count() - first);
  }

  @Override
  public void write(int unit, RowWriter out) {
    int change = unit / unitsOfAChange();
    int first = unit % unitsOfAChange() * ExternalIdDump.UNIT;
    int end = (int) (first + rows(unit));
    for (int learner = first; learner < end; learner++) {
      profile(learner, change, out);
    }
  }

  private void named(int learner, Profile profile, int change, RowWriter out) {
    out.number(world.learners().profileId(learner));
    out.number(world.learners().userId(learner));
    out.text(profile.name());
    out.text(world.learners().username(learner));
    out.text(profile.email());
    out.text("{}");
    out.text("");
    out.text(profile.language());
    out.text(profile.location());
    out.text(profile.yearOfBirth());
    out.text(profile.gender());
    out.text(profile.education());
    out.text(profile.mailingAddress());
    out.text(profile.city());
    out.text(profile.country());
    out.text(profile.state());
    out.text(profile.goals());
    out.text(profile.bio());
    out.text("");
    out.text(profile.phoneNumber());
    end(learner, change, out);
  }

  private void end(int learner, int change, RowWriter out) {
    long number = world.learners().exportNumber(learner);
    times.of("user_profile", number, change, world.spec().profileChanges()).write(out);
  }

  private void profile(int learner, int change, RowWriter out) {
    Optional<Profile> profile = world.learners().profile(learner);
    if (profile.isPresent()) {
      named(learner, profile.get(), change, out);
      return;
    }
    long key = Draw.of(world.learners().key(learner), 5);
    // What a learner changes: education and country may be entered later, or changed.
    long changed = Draw.of(key, 16 + change);
    out.number(world.learners().profileId(learner));
    out.number(world.learners().userId(learner));
    out.text("Actor " + world.learners().userId(learner));
    out.text(world.learners().username(learner));
    out.text(world.learners().username(learner) + "@aspects.invalid");
    out.text("{}");
    out.text("");
    out.text(one(LANGUAGES, Draw.of(changed, 0)));
    out.text("");
    out.text(Long.toString(Draw.between(Draw.of(key, 0), 1940, 2010)));
    out.text(one(GENDERS, Draw.of(key, 1)));
    out.text(one(EDUCATIONS, Draw.of(changed, 1)));
    out.text("");
    out.text("");
    out.text(one(COUNTRIES, Draw.of(changed, 2)));
    for (int empty = 0; empty < 5; empty++) {
      out.text("");
    }
    end(learner, change, out);
  }

  private static String one(String[] values, long bits) {
    return values[Draw.below(bits, values.length)];
  }
}
