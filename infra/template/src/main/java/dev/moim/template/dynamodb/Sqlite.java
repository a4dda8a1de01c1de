package dev.moim.template.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutionException;

/** The SQLite in DynamoDB Local, through the server's own connection. */
final class Sqlite {

  /**
   * In a folder each write would wait for the disk three times. So the operating system writes when
   * it likes: what is there survives this process, though perhaps no loss of power. The journal is
   * a file still, for a process that is killed in the middle of a write; and nobody else has these
   * files open.
   */
  private static final String NO_WAITING =
      "PRAGMA synchronous = OFF; PRAGMA journal_mode = PERSIST; PRAGMA locking_mode = EXCLUSIVE";

  private Sqlite() {}

  /** Before the server takes requests. */
  static void prepare(Object server) throws ReflectiveOperationException {
    Object handler = Hidden.in(Hidden.in(server, "serverHandler"), "primaryHandler");
    Method shared = handler.getClass().getDeclaredMethod("getHandler", String.class);
    shared.setAccessible(true);
    Object database = Hidden.in(shared.invoke(handler, "local"), "dbAccess");
    try {
      ((SQLiteQueue) Hidden.in(database, "queue")).execute(new Prepare()).get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("SQLite could not be prepared", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("SQLite could not be prepared", stopped);
    }
  }

  private static final class Prepare extends SQLiteJob<Boolean> {
    @Override
    protected Boolean job(SQLiteConnection connection) throws SQLiteException {
      connection.exec(NO_WAITING);
      StreamIndexes.make(connection);
      return true;
    }
  }
}
