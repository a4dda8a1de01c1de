package dev.moim.template.dynamodb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The child process: DynamoDB Local on the loopback interface, until standard input ends. The
 * operating system closes that pipe however the parent dies, {@code kill -9} included, so no server
 * is ever left behind.
 */
final class DynamoDbLocalMain {

  private DynamoDbLocalMain() {}

  public static void main(String[] args) {
    Thread.ofPlatform().daemon().name("parent-watch").start(DynamoDbLocalMain::haltWithParent);
    try {
      int path = List.of(args).indexOf("-dbPath");
      if (path >= 0) {
        waitForPredecessor(Path.of(args[path + 1]));
      }
      serve(args);
    } catch (ReflectiveOperationException | IOException e) {
      e.printStackTrace();
      // It may have left threads behind that would keep the process, with nobody to serve.
      Runtime.getRuntime().halt(1);
    }
  }

  /** By reflection: DynamoDB Local is on the child's class path only. */
  private static void serve(String[] args) throws ReflectiveOperationException {
    Object server =
        Class.forName("com.amazonaws.services.dynamodbv2.local.main.ServerRunner")
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) args);
    Object jetty = Hidden.in(server, "server");
    bindToLoopback(jetty);
    answerToOwnNames(jetty);
    Sqlite.prepare(server);
    server.getClass().getMethod("start").invoke(server);
  }

  /**
   * DynamoDB Local has no option for the interface and listens on all: it would give its tables to
   * the whole network. Its Jetty, which it keeps to itself, does have one.
   */
  private static void bindToLoopback(Object jetty) throws ReflectiveOperationException {
    Object[] connectors = (Object[]) jetty.getClass().getMethod("getConnectors").invoke(jetty);
    for (Object connector : connectors) {
      connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    }
  }

  /**
   * A page elsewhere could let its own name resolve to this machine, and its browser would let it
   * read every table. Under other names than these Jetty has nothing, and answers 404.
   */
  private static void answerToOwnNames(Object jetty) throws ReflectiveOperationException {
    Object contexts = jetty.getClass().getMethod("getHandler").invoke(jetty);
    List<?> all = (List<?>) contexts.getClass().getMethod("getHandlers").invoke(contexts);
    for (Object context : all) {
      context
          .getClass()
          .getMethod("setVirtualHosts", List.class)
          .invoke(context, List.of("localhost", "127.0.0.1"));
    }
  }

  /**
   * The server of a parent that was killed may still be on its way out; two would harm the data.
   */
  private static void waitForPredecessor(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
  }

  private static void haltWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes here; only the end of the stream counts.
      }
    } catch (IOException endOfParent) {
      // The same as the end of the stream.
    }
    // Not exit: shutdown hooks of DynamoDB Local take seconds, and its files survive kill -9.
    Runtime.getRuntime().halt(0);
  }
}
