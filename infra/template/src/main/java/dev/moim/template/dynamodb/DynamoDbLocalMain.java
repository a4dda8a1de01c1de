package dev.moim.template.dynamodb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The child process: DynamoDB Local, until standard input ends. The operating system closes that
 * pipe however the parent dies, {@code kill -9} included, so no server is ever left behind.
 */
final class DynamoDbLocalMain {

  private DynamoDbLocalMain() {}

  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    Thread.ofPlatform().daemon().name("parent-watch").start(DynamoDbLocalMain::haltWithParent);
    int path = List.of(args).indexOf("-dbPath");
    if (path >= 0) {
      waitForPredecessor(Path.of(args[path + 1]));
    }
    // By reflection: DynamoDB Local is on the child's class path only.
    Class.forName("com.amazonaws.services.dynamodbv2.local.main.ServerRunner")
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
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
