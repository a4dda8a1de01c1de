package dev.moim.local.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A record of a stream on its way to a function.
 *
 * @param number its sequence number
 * @param written when the item was written
 * @param item the key of the item it is about, as text: records of one item stay in order
 * @param since when it was written, as the runtime's own time has it
 * @param json as the function gets it
 * @param bytes how long that is
 */
record Entry(
    String number, Instant written, String item, Instant since, ObjectNode json, int bytes) {}
