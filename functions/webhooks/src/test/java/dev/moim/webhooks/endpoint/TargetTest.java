package dev.moim.webhooks.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.shared.kernel.FieldException;
import dev.moim.webhooks.endpoint.Target.Loopback;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lists of tricks to get inside know. */
class TargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com",
        "https://hooks.example.com/a/b?c=d&e=%20",
        "HTTPS://Hooks.Example.COM:8443/",
        "https://xn--hxajbheg2az3al.xn--qxam/",
        "https://a-b.c1.io:443"
      })
  void addressesOfThePublicInternetAreTaken(String url) {
    Target target = Target.of(url, Loopback.REFUSED);
    assertThat(target.tls()).isTrue();
    assertThat(target.host()).isLowerCase().contains(".");
    assertThat(target.path()).startsWith("/");
  }

  @ParameterizedTest
  @CsvSource({
    // Other schemes, and none.
    "http://hooks.example.com/, https",
    "ftp://hooks.example.com/, https",
    "file:///etc/passwd, https",
    "gopher://hooks.example.com/, https",
    "javascript:alert(1), https",
    "hooks.example.com, https",
    "//hooks.example.com/, https",
    "http://localhost:3000/, https",
    // Addresses in each way to write them.
    "https://127.0.0.1/, host name",
    "https://2130706433/, host name",
    "https://0x7f000001/, host name",
    "https://0x7f.0.0.1/, host name",
    "https://0177.0.0.1/, host name",
    "https://017700000001/, host name",
    "https://127.1/, host name",
    "https://0/, host name",
    "https://169.254.169.254/latest/meta-data/, host name",
    "https://[::1]/, host name",
    "https://[::]/, host name",
    "https://[::ffff:127.0.0.1]/, host name",
    "https://[::ffff:a9fe:a9fe]/, host name",
    "https://[64:ff9b::7f00:1]/, host name",
    "https://[2002:7f00:1::]/, host name",
    "https://[fe80::1%25eth0]/, host name",
    "https://[fd00:ec2::254]/, host name",
    "https://127.0.0.1.:443/, host name",
    "https://1.2.3.4.5/, host name",
    // Names without a meaning outside.
    "https://localhost/, host name",
    "https://intranet/, host name",
    "https://localhost./, host name",
    "https://a.localhost/, public internet",
    "https://printer.local/, public internet",
    "https://metadata.google.internal/, public internet",
    "https://db.corp/, public internet",
    "https://1.0.0.127.in-addr.arpa/, public internet",
    "https://x.onion/, public internet",
    // Names that lead where they say.
    "https://127.0.0.1.nip.io/, of its own",
    "https://10-0-0-1.sslip.io/, of its own",
    "https://localtest.me/, of its own",
    "https://a.lvh.me/, of its own",
    "https://7f000001.c0a80001.rbndr.us/, of its own",
    // What parsers differ about.
    "https://user@hooks.example.com/, user name",
    "https://user:secret@hooks.example.com/, user name",
    "https://hooks.example.com@127.0.0.1/, user name",
    "https://127.0.0.1#@hooks.example.com/, user name",
    "https://hooks.example.com/#part, fragment",
    "https://hooks.example.com\\@127.0.0.1/, well-formed",
    "https://hooks.example.com%00.evil.com/, host name",
    "https://hooks.example.com%2f@evil.com/, user name",
    "https:///path, host name",
    "https://-a.example.com/, host name",
    "https://a_b.example.com/, host name",
    "https://hooks..example.com/, host name",
    "https://hooks.example.com./, host name",
    "https:hooks.example.com, host name",
    // Ports of other services.
    "https://hooks.example.com:22/, port",
    "https://hooks.example.com:25/, port",
    "https://hooks.example.com:80/, port",
    "https://hooks.example.com:0/, port",
    "https://hooks.example.com:99999/, port",
    // Letters that look like dots, digits and letters.
    "https://127\u30020\u30020\u30021/, ASCII",
    "https://hooks\uFF0Eexample\uFF0Ecom/, ASCII",
    "https://\u2460\u2461\u2466.0.0.1/, ASCII",
    "https://b\u00FCcher.example.com/, ASCII",
    "'https://hooks.example.com/ a', ASCII",
    "'https://hooks.example.com\t/', ASCII",
  })
  void everyOtherIsRefusedWithAReason(String url, String reason) {
    assertThatThrownBy(() -> Target.of(url, Loopback.REFUSED))
        .isInstanceOf(FieldException.class)
        .hasMessageStartingWith("url must be ")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000/a", "http://127.0.0.1/", "http://[::1]:8080/"})
  void developmentTakesThisMachineToo(String url) {
    assertThat(Target.of(url, Loopback.TAKEN).tls()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://hooks.example.com/",
        "http://localhost.example.com/",
        "https://localhost/",
        "http://127.0.0.2/"
      })
  void andNothingElse(String url) {
    assertThatThrownBy(() -> Target.of(url, Loopback.TAKEN)).isInstanceOf(FieldException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.170",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "::ffff:0:127.0.0.1"
      })
  void insideIsNotPublic(String address) {
    assertThat(PublicAddresses.holds(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2606:4700::1111",
        "2a00:1450::1",
        "2003::1",
        "3ffe::1"
      })
  void outsideIs(String address) {
    assertThat(PublicAddresses.holds(InetAddress.ofLiteral(address))).isTrue();
  }
}
