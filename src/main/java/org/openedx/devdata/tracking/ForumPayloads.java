package org.openedx.devdata.tracking;

import org.openedx.devdata.bytes.Hexadecimal;
import org.openedx.devdata.bytes.OutputBytes;
import org.openedx.devdata.life.course.ForumPost;
import org.openedx.devdata.world.ForumTexts;

/** Payloads of what is done in forums. Stateless. */
final class ForumPayloads {

  private static final String TOPIC = "course";

  private ForumPayloads() {}

  static void write(Scene scene, JsonBytes out) {
    long thread = thread(scene);
    out.begin();
    switch (scene.event) {
      case THREAD_CREATED -> {
        out.text("commentable_id", TOPIC).nothing("group_id");
        out.text("thread_type", ForumTexts.kind(thread))
            .flag("anonymous", false)
            .flag("anonymous_to_peers", false)
            .object("options")
            .flag("followed", true)
            .flag("notify_all_learners", false)
            .end()
            .flag("from_mfe_sidebar", false);
        title(thread, out);
        body(ForumPost.of(thread, 0), out);
      }
      case RESPONSE_CREATED, COMMENT_CREATED -> {
        out.object("discussion").text("id", id(ForumPost.of(thread, 0))).end();
        out.text("commentable_id", TOPIC).object("options").flag("followed", false).end();
        out.flag("from_mfe_sidebar", false);
        if (scene.event == TrackedEvent.COMMENT_CREATED) {
          out.object("response").text("id", id(ForumPost.of(thread, scene.second()))).end();
        }
        body(ForumPost.of(thread, scene.first()), out);
      }
      case THREAD_VIEWED -> {
        out.text("commentable_id", TOPIC).flag("from_mfe_sidebar", false);
        out.text("target_username", scene.usernameAt(scene.third()));
        title(thread, out);
      }
      case THREAD_REPORTED -> {
        out.text("body", ForumTexts.body(ForumPost.of(thread, 0).key())).flag("truncated", false);
        out.text("content_type", "Post").text("commentable_id", TOPIC);
        out.text("thread_type", ForumTexts.kind(thread)).nothing("group_id");
        out.text("target_username", scene.usernameAt(scene.third()));
        title(thread, out);
      }
      default ->
          out.text("commentable_id", TOPIC)
              .text("target_username", scene.usernameAt(scene.third()))
              .flag("undo_vote", false)
              .text("vote_value", ForumPost.likes(scene.session()) ? "up" : "down");
    }
    out.text("id", id(post(scene)))
        .text("url", referer(scene))
        .json("user_forums_roles", "[\"Student\"]")
        .json("user_course_roles", "[]")
        .end();
  }

  /** The path of the request. */
  static String path(Scene scene) {
    return switch (scene.event) {
      case THREAD_CREATED -> "/api/discussion/v1/threads/";
      case RESPONSE_CREATED, COMMENT_CREATED -> "/api/discussion/v1/comments/";
      case RESPONSE_VOTED -> "/api/discussion/v1/comments/" + id(post(scene)) + "/";
      default -> "/api/discussion/v1/threads/" + id(post(scene)) + "/";
    };
  }

  static String referer(Scene scene) {
    return scene.course.page("/discussion/forum/");
  }

  private static void title(long thread, JsonBytes out) {
    out.flag("title_truncated", false).text("title", ForumTexts.title(thread));
  }

  private static void body(ForumPost post, JsonBytes out) {
    out.flag("truncated", false).text("body", ForumTexts.body(post.key()));
  }

  private static long thread(Scene scene) {
    return scene.shape().run().outline().postKey(scene.block());
  }

  private static ForumPost post(Scene scene) {
    return ForumPost.of(thread(scene), scene.first());
  }

  private static String id(ForumPost post) {
    OutputBytes id = new OutputBytes(24);
    id.reserve(24);
    Hexadecimal.put8(post.high(), id.array(), 0);
    Hexadecimal.put16(post.low(), id.array(), 8);
    return id.toString();
  }
}
