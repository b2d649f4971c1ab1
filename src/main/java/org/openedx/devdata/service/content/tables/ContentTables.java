package org.openedx.devdata.service.content.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openedx.devdata.jdbc.table.Table;
import org.openedx.devdata.jdbc.table.TableSet;
import org.openedx.devdata.service.content.layout.LayoutMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The tables of authored content and their neighbours, by their present names. Immutable. */
public final class ContentTables {

  private static final String PREFIX = "openedx_content_";

  public final TableSet all;
  public final Table users;
  public final Table organizations;
  public final Table libraries;
  public final Table permissions;
  public final Table packages;
  public final Table entities;
  public final Table versions;
  public final Table dependencies;
  public final Table draftLogs;
  public final Table draftRecords;
  public final Table draftEffects;
  public final Table drafts;
  public final Table publishLogs;
  public final Table publishRecords;
  public final Table publishEffects;
  public final Table published;
  public final Table lists;
  public final Table listRows;
  public final Table containerTypes;
  public final Table containers;
  public final Table containerVersions;
  public final Table mediaTypes;
  public final Table media;
  public final Table componentTypes;
  public final Table components;
  public final Table componentVersions;
  public final Table attachments;
  public final Table collections;
  public final Table members;

  public ContentTables(LayoutMap map) {
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
  public Table content(String name) {
    return all.get(PREFIX + name);
  }

  /** Accounts and organisations, without which there is no content. */
  public static TableSet neighbours() {
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
