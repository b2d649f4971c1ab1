package org.openedx.devdata.service.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.Table;
import org.openedx.devdata.jdbc.TableSet;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The tables of authored content and their neighbours, by their present names. Immutable. */
final class ContentTables {

  private static final String PREFIX = "openedx_content_";

  final TableSet all;
  final Table users;
  final Table organizations;
  final Table libraries;
  final Table permissions;
  final Table packages;
  final Table entities;
  final Table versions;
  final Table dependencies;
  final Table draftLogs;
  final Table draftRecords;
  final Table draftEffects;
  final Table drafts;
  final Table publishLogs;
  final Table publishRecords;
  final Table publishEffects;
  final Table published;
  final Table lists;
  final Table listRows;
  final Table containerTypes;
  final Table containers;
  final Table containerVersions;
  final Table mediaTypes;
  final Table media;
  final Table componentTypes;
  final Table components;
  final Table componentVersions;
  final Table attachments;
  final Table collections;
  final Table members;

  ContentTables(LayoutMap map) {
    Map<String, Map<String, Object>> descriptions = new LinkedHashMap<>(read("tables.yaml"));
    // What is only looked up and rarely made stands first: its keys are awaited, and nothing is
    // being written yet.
    Map<String, Map<String, Object>> content = map.descriptions();
    for (String type : List.of("containertype", "mediatype", "componenttype")) {
      descriptions.put(PREFIX + type, content.get(PREFIX + type));
    }
    descriptions.putAll(content);
    descriptions.putAll(read("libraries.yaml"));
    all = TableSet.of(descriptions);
    users = all.get("auth_user");
    organizations = all.get("organizations_organization");
    libraries = all.get("content_libraries_contentlibrary");
    permissions = all.get("content_libraries_contentlibrarypermission");
    packages = content("learningpackage");
    entities = content("publishableentity");
    versions = content("publishableentityversion");
    dependencies = content("publishableentityversiondependency");
    draftLogs = content("draftchangelog");
    draftRecords = content("draftchangelogrecord");
    draftEffects = content("draftsideeffect");
    drafts = content("draft");
    publishLogs = content("publishlog");
    publishRecords = content("publishlogrecord");
    publishEffects = content("publishsideeffect");
    published = content("published");
    lists = content("entitylist");
    listRows = content("entitylistrow");
    containerTypes = content("containertype");
    containers = content("container");
    containerVersions = content("containerversion");
    mediaTypes = content("mediatype");
    media = content("media");
    componentTypes = content("componenttype");
    components = content("component");
    componentVersions = content("componentversion");
    attachments = content("componentversionmedia");
    collections = content("collection");
    members = content("collectionpublishableentity");
  }

  /** A table of content by its present name without prefix. */
  Table content(String name) {
    return all.get(PREFIX + name);
  }

  /** Accounts and organisations, without which there is no content. */
  static TableSet neighbours() {
    return TableSet.of(read("tables.yaml"));
  }

  private static Map<String, Map<String, Object>> read(String file) {
    try (InputStream in = ContentTables.class.getResourceAsStream(file)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
