package dev.moim.webhooks.endpoint;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which IP addresses belong to the public internet: what IANA's registries of special addresses
 * leave over. Whatever else a name leads to is somebody's inside, perhaps ours.
 */
public final class PublicAddresses {

  private static final int BITS = 8;
  private static final int BYTE = 0xff;

  /** Leading bits of addresses. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares ranges
  private record Range(byte[] first, int bits) {

    static Range of(String text) {
      int slash = text.indexOf('/');
      byte[] first = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
      return new Range(first, Integer.parseInt(text.substring(slash + 1)));
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit += BITS) {
        int mask = BYTE & (BYTE << Math.max(0, BITS - (bits - bit)));
        if (((first[bit / BITS] ^ address[bit / BITS]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** This network, private, shared (CGNAT), loopback, link-local and metadata, protocols, 6to4. */
  private static final List<Range> NOT_PUBLIC_V4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** All that is routed. So neither loopback, ULA, link-local, multicast, mapped nor NAT64 is. */
  private static final Range GLOBAL_V6 = Range.of("2000::/3");

  /** Protocols with Teredo, documentation, 6to4, documentation. */
  private static final List<Range> NOT_PUBLIC_V6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicAddresses() {}

  /** IPv4 in IPv6 ({@code ::ffff:10.0.0.1}) is what Java takes it for: IPv4. */
  public static boolean holds(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? !isIn(NOT_PUBLIC_V4, bytes)
        : GLOBAL_V6.holds(bytes) && !isIn(NOT_PUBLIC_V6, bytes);
  }

  private static boolean isIn(List<Range> ranges, byte[] address) {
    return ranges.stream().anyMatch(range -> range.holds(address));
  }

  private static List<Range> ranges(String... texts) {
    return List.of(texts).stream().map(Range::of).toList();
  }
}
