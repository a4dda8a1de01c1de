package dev.moim.template.dynamodb;

import java.io.IOException;

/**
 * The child process: DynamoDB Local, until standard input ends. The operating system closes that
 * pipe however the parent dies, {@code kill -9} included, so no server is ever left behind.
 */
final class DynamoDbLocalMain {

  private DynamoDbLocalMain() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("parent-watch").start(DynamoDbLocalMain::haltWithParent);
    // By reflection: DynamoDB Local is on the child's class path only.
    Class.forName("com.amazonaws.services.dynamodbv2.local.main.ServerRunner")
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
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
