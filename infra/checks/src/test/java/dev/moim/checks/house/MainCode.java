package dev.moim.checks.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.moim.testkit.RootTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources, read by the compiler's own parser: nothing needs to be compiled first. */
final class MainCode {

  /**
   * A file of main code.
   *
   * @param path relative to the repository's root
   */
  record File(String path, String text) {
    List<String> lines() {
      return text.lines().toList();
    }
  }

  /** A class, enum or record with its instance fields; a record's are its components. */
  record Type(String where, boolean isRecord, List<Parameter> fields) {}

  /**
   * A method or constructor.
   *
   * @param lines from its return type or name to its closing brace
   */
  record Method(String where, int lines, List<Parameter> parameters) {}

  /** A name and its type, as written. */
  record Parameter(String type, String name) {}

  private final List<File> files;
  private final List<Type> types = new ArrayList<>();
  private final List<Method> methods = new ArrayList<>();

  private MainCode(List<File> files) {
    this.files = files;
    parse();
  }

  /** {@code src/main/java} of every module. */
  static MainCode ofProject() {
    Path root = RootTemplate.folder();
    List<File> files = new ArrayList<>();
    for (String group : List.of("shared", "infra", "functions")) {
      try (Stream<Path> found = Files.walk(root.resolve(group))) {
        for (Path file : found.filter(it -> isMain(root.relativize(it))).sorted().toList()) {
          files.add(new File(root.relativize(file).toString(), Files.readString(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new MainCode(files);
  }

  static MainCode of(File... files) {
    return new MainCode(List.of(files));
  }

  /** Peers that the benches fetch are none of ours: they are below a {@code target}. */
  private static boolean isMain(Path file) {
    String path = file.toString();
    return path.contains("/src/main/java/") && path.endsWith(".java") && !path.contains("/target/");
  }

  List<File> files() {
    return files;
  }

  List<Type> types() {
    return types;
  }

  List<Method> methods() {
    return methods;
  }

  private void parse() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Source> sources = files.stream().map(Source::new).toList();
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
    try {
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(Trees.instance(task), unit).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final File file;

    Source(File file) {
      super(URI.create("main:/" + file.path()), JavaFileObject.Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return file.text();
    }
  }

  private final class Reader extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final CompilationUnitTree unit;

    Reader(Trees trees, CompilationUnitTree unit) {
      this.trees = trees;
      this.unit = unit;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      List<Parameter> fields =
          tree.getMembers().stream()
              .filter(VariableTree.class::isInstance)
              .map(VariableTree.class::cast)
              .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
              .map(Reader::parameter)
              .toList();
      boolean isRecord = tree.getKind() == Tree.Kind.RECORD;
      types.add(new Type(where(tree, tree.getSimpleName().toString()), isRecord, fields));
      return super.visitClass(tree, unused);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
      boolean constructor = tree.getName().contentEquals("<init>");
      CharSequence name = constructor ? owner.getSimpleName() : tree.getName();
      List<Parameter> parameters = tree.getParameters().stream().map(Reader::parameter).toList();
      methods.add(new Method(where(tree, name + "(…)"), length(tree), parameters));
      return super.visitMethod(tree, unused);
    }

    private static Parameter parameter(VariableTree variable) {
      return new Parameter(String.valueOf(variable.getType()), variable.getName().toString());
    }

    /** Annotations and modifiers are no part of what a reader has to take in. */
    private int length(MethodTree tree) {
      Tree first = tree.getReturnType() == null ? tree : tree.getReturnType();
      return (int) (line(end(tree)) - line(start(first)) + 1);
    }

    private String where(Tree tree, String name) {
      return path() + ":" + line(start(tree)) + " " + name;
    }

    private String path() {
      return unit.getSourceFile().toUri().getPath().substring(1);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }

    private long start(Tree tree) {
      return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private long end(Tree tree) {
      return trees.getSourcePositions().getEndPosition(unit, tree);
    }
  }
}
