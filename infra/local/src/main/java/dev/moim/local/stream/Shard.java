package dev.moim.local.stream;

/**
 * A part of a stream, whose records are in order.
 *
 * @param stream its ARN, as DynamoDB Local has it
 */
record Shard(String stream, String id) {}
