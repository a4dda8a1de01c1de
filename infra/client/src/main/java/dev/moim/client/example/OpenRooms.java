package dev.moim.client.example;

import dev.moim.client.Keys;
import dev.moim.client.License;
import dev.moim.client.MoimException;
import dev.moim.client.Session;
import dev.moim.client.TenantApi;
import dev.moim.client.http.HttpTenantApi;
import java.io.PrintStream;
import java.net.URI;

/** What a tenant's own server may do: show how much of its license is used, and by whom. */
public final class OpenRooms {

  private OpenRooms() {}

  /**
   * @param args where Moim is, and the license's access key and secret key
   */
  public static void main(String[] args) {
    print(HttpTenantApi.of(URI.create(args[0]), new Keys(args[1], args[2])), System.out);
  }

  /** One line of how much is used, and one for each room. */
  public static void print(TenantApi moim, PrintStream out) {
    try {
      License license = moim.license();
      out.printf(
          "%s: %d of %d rooms%n", license.domain(), license.roomsOpen(), license.roomLimit());
      for (Session session : moim.sessions()) {
        var users = session.connections().stream().map(Session.Connection::userName).toList();
        out.printf("%s since %s: %s%n", session.roomName(), session.createdAt(), users);
      }
    } catch (MoimException.TooManyRequests tooMany) {
      out.println("again in " + tooMany.retryAfter().toSeconds() + " s");
    } catch (MoimException refused) {
      out.println("not now: " + refused.getMessage());
    }
  }
}
