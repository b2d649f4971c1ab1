package org.openedx.devdata.testing.words;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Types, members and parameters of Java sources, as the compiler's parser sees them. */
public final class Members {

  /**
   * Named thing of a source.
   *
   * @param sentence first sentence of its comment; empty without one
   * @param number true for a primitive whole number that another class gives or gets: a component
   *     of a record, a parameter or the result of a public method
   * @param comments all that the sources say of it: its comment and that of what declares it
   */
  public record Member(
      String file, long line, String name, String sentence, boolean number, String comments) {}

  private final List<Member> members = new ArrayList<>();

  private Members() {}

  /** Parses sources; nothing is compiled, so that this takes about two seconds for all of them. */
  public static List<Member> of(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Members found = new Members();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        found.new Scanner(trees, unit).scan(unit, null);
      }
    }
    return found.members;
  }

  private final class Scanner extends TreePathScanner<Void, Void> {

    private final DocTrees trees;
    private final CompilationUnitTree unit;

    Scanner(DocTrees trees, CompilationUnitTree unit) {
      this.trees = trees;
      this.unit = unit;
    }

    @Override
    public Void visitPackage(PackageTree tree, Void nothing) {
      add(tree, "", false, "");
      return super.visitPackage(tree, nothing);
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      add(tree, tree.getSimpleName().toString(), false, "");
      return super.visitClass(tree, nothing);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      String name = tree.getName().toString();
      boolean seen = isPublic(tree);
      add(tree, name, seen && isNumber(tree.getReturnType()), "");
      Map<String, String> parameters = parameters(comment(getCurrentPath()));
      for (VariableTree parameter : tree.getParameters()) {
        add(
            parameter,
            parameter.getName().toString(),
            seen && isNumber(parameter.getType()),
            parameters.getOrDefault(parameter.getName().toString(), "")
                + text(comment(getCurrentPath())));
      }
      return super.visitMethod(tree, nothing);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
      Tree owner = getCurrentPath().getParentPath().getLeaf();
      if (owner instanceof ClassTree type) {
        boolean component =
            type.getKind() == Tree.Kind.RECORD
                && !tree.getModifiers().getFlags().contains(Modifier.STATIC);
        DocCommentTree comment = comment(getCurrentPath().getParentPath());
        String name = tree.getName().toString();
        add(
            tree,
            name,
            component && isNumber(tree.getType()),
            component ? parameters(comment).getOrDefault(name, text(comment)) : "");
      } else if (!(owner instanceof MethodTree)) {
        add(tree, tree.getName().toString(), false, "");
      }
      return super.visitVariable(tree, nothing);
    }

    /** True for what others call by this declaration, and not by one that it overrides. */
    private boolean isPublic(MethodTree tree) {
      boolean ofAnInterface =
          getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
      Set<Modifier> flags = tree.getModifiers().getFlags();
      boolean overrides =
          tree.getModifiers().getAnnotations().stream()
              .anyMatch(it -> it.getAnnotationType().toString().equals("Override"));
      return !overrides
          && (flags.contains(Modifier.PUBLIC)
              || ofAnInterface && !flags.contains(Modifier.PRIVATE));
    }

    private static boolean isNumber(Tree type) {
      return type != null && Set.of("int", "long").contains(type.toString());
    }

    private void add(Tree tree, String name, boolean number, String comments) {
      TreePath path =
          getCurrentPath().getLeaf() == tree
              ? getCurrentPath()
              : new TreePath(getCurrentPath(), tree);
      DocCommentTree comment = comment(path);
      long position = trees.getSourcePositions().getStartPosition(unit, tree);
      members.add(
          new Member(
              Path.of("")
                  .toAbsolutePath()
                  .relativize(Path.of(unit.getSourceFile().toUri()))
                  .toString(),
              unit.getLineMap().getLineNumber(Math.max(0, position)),
              name,
              comment == null ? "" : joined(comment.getFirstSentence()),
              number,
              comments + " " + text(comment)));
    }

    private DocCommentTree comment(TreePath path) {
      return trees.getDocCommentTree(path);
    }

    private static Map<String, String> parameters(DocCommentTree comment) {
      Map<String, String> parameters = new HashMap<>();
      if (comment != null) {
        comment.getBlockTags().stream()
            .filter(ParamTree.class::isInstance)
            .map(ParamTree.class::cast)
            .forEach(it -> parameters.put(it.getName().toString(), joined(it.getDescription())));
      }
      return parameters;
    }

    private static String text(DocCommentTree comment) {
      return comment == null ? "" : comment.toString();
    }

    private static String joined(List<?> trees) {
      return trees.stream().map(Object::toString).collect(Collectors.joining());
    }
  }
}
