package dev.moim.meetings.dynamodb;

import dev.moim.meetings.meeting.GeoPoint;
import dev.moim.meetings.search.Listing;
import dev.moim.meetings.search.Listing.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Listings as bytes: how many, then one behind the other; all of it deflated (RFC 1950). */
final class ListingCodec {

  private ListingCodec() {}

  static byte[] write(Collection<Listing> listings) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(listings.size());
      for (Listing listing : listings) {
        write(listing, out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(Listing listing, DataOutputStream out) throws IOException {
    out.writeLong(listing.id());
    out.writeInt(listing.revision());
    out.writeBoolean(listing.open());
    out.writeLong(listing.at().getEpochSecond());
    out.writeDouble(listing.point().latitude());
    out.writeDouble(listing.point().longitude());
    out.writeByte(listing.categories());
    out.writeUTF(listing.words().title());
    out.writeUTF(listing.words().address());
    out.writeUTF(listing.words().content());
  }

  static List<Listing> read(byte[] bytes) {
    try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      int size = in.readInt();
      List<Listing> listings = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        listings.add(read(in));
      }
      return listings;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Listing read(DataInputStream in) throws IOException {
    return new Listing(
        in.readLong(),
        in.readInt(),
        in.readBoolean(),
        Instant.ofEpochSecond(in.readLong()),
        new GeoPoint(in.readDouble(), in.readDouble()),
        in.readByte(),
        new Words(in.readUTF(), in.readUTF(), in.readUTF()));
  }
}
