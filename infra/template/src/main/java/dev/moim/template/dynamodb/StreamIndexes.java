package dev.moim.template.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import java.util.List;

/**
 * Indexes that DynamoDB Local lacks: it has the changes of all streams of the last 24 hours in one
 * table, and looks there for a stream's first change in each request to its table, and for what is
 * behind a number in each read of a shard.
 *
 * <p>They name one column each, on purpose. The number is the table's row id, which every index
 * ends with; SQLite 3.8 begins at a row id that an index has anyway, but walks through all that
 * share the first column if the index names it once more.
 */
final class StreamIndexes {

  static final List<String> SQL =
      List.of(
          "CREATE INDEX IF NOT EXISTS moim_by_stream ON us(StreamID)",
          "CREATE INDEX IF NOT EXISTS moim_by_shard ON us(ShardID)");

  /** What data in a folder may have of earlier times, and what the indexes above replace. */
  private static final List<String> REPLACED =
      List.of("DROP INDEX IF EXISTS moim_changes", "DROP INDEX IF EXISTS moim_shards");

  /** As DynamoDB Local asks for the changes that a reader has not seen. */
  private static final String READ =
      "SELECT StreamRecord FROM us WHERE StreamID = ? AND ShardID = ? AND SequenceNumber >= ?"
          + " AND CreationDateTime > ? ORDER BY SequenceNumber ASC LIMIT ?";

  private StreamIndexes() {}

  /** Makes them, unless the data in its folder has them already. */
  static void make(SQLiteConnection connection) throws SQLiteException {
    for (String index : REPLACED) {
      connection.exec(index);
    }
    for (String index : SQL) {
      connection.exec(index);
    }
    String plan = plan(connection);
    if (!plan.contains("(ShardID=? AND rowid>?)")) {
      throw new IllegalStateException("readers of streams walk through them: " + plan);
    }
  }

  private static String plan(SQLiteConnection connection) throws SQLiteException {
    SQLiteStatement plan = connection.prepare("EXPLAIN QUERY PLAN " + READ);
    try {
      boolean _ = plan.step();
      return plan.columnString(3);
    } finally {
      plan.dispose();
    }
  }
}
