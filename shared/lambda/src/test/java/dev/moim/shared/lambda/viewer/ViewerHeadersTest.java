package dev.moim.shared.lambda.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerHeadersTest {

  /** User agents as these programs send them, and what the session list says of each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (Macintosh; Intel Mac OS X 11_1_0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.88 Safari/537.36 | Chrome 87.0.4280.88 on OS X 11.1.0 64-bit
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 | Chrome 131.0.0.0 on Windows 10 64-bit
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.70 | Edge 131.0.2903.70 on Windows 10 64-bit
          Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0 | Firefox 132.0 on Linux 64-bit
          Mozilla/5.0 (Windows NT 6.1; rv:115.0) Gecko/20100101 Firefox/115.0 | Firefox 115.0 on Windows 7
          Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15 | Safari 18.1 on OS X 10.15.7 64-bit
          Mozilla/5.0 (iPhone; CPU iPhone OS 17_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1 | Mobile Safari 17.6 on iOS 17.6.1
          Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1 | Chrome Mobile iOS 126.0.6478.54 on iOS 17.5
          Mozilla/5.0 (Linux; Android 14; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36 | Samsung Internet 26.0 on Android 14
          Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36 | Chrome Mobile 131.0.0.0 on Android 10
          curl/8.5.0 | curl 8.5.0
          okhttp/4.12.0 | okhttp 4.12.0
          no browser at all | ''
          """)
  void namesThePlatform(String userAgent, String platform) {
    assertThat(ViewerHeaders.read(Map.of("user-agent", userAgent)).platform()).isEqualTo(platform);
  }

  @Test
  void knowsNothingOfWhoeverSaysNothing() {
    assertThat(ViewerHeaders.read(null)).isEqualTo(Viewer.UNKNOWN);
    assertThat(ViewerHeaders.read(Map.of())).isEqualTo(Viewer.UNKNOWN);
    assertThat(ViewerHeaders.read(Map.of("User-Agent", ""))).isEqualTo(Viewer.UNKNOWN);
  }

  @Test
  void readsTheBeginningOfAnythingLonger() {
    String garbage = "(Windows; ".repeat(1_000);
    String version = "Chrome/" + "1".repeat(10_000);

    for (String userAgent : new String[] {garbage, version, "\\\"%{}\u0000".repeat(2_000)}) {
      String platform = ViewerHeaders.read(Map.of("User-Agent", userAgent)).platform();
      assertThat(platform.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(60);
    }
    assertThat(ViewerHeaders.read(Map.of("User-Agent", " ".repeat(600) + "curl/8.5.0")).platform())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Yangcheon-gu | South Korea | Yangcheon-gu, South Korea
          S%C3%A3o+Paulo | Brazil | São+Paulo, Brazil
          - | Japan | Japan
          Seoul | - | Seoul
          100%25 | '' | 100%
          100%zz | ' ' | 100%zz
          - | - | ''
          """)
  void readsThePlaceThatTheEdgeNames(String city, String country, String location) {
    var headers = new java.util.HashMap<String, String>();
    headers.put("CloudFront-Viewer-City", city == null ? "" : city);
    headers.put("cloudfront-viewer-country-name", country == null ? "" : country);

    assertThat(ViewerHeaders.read(headers)).isEqualTo(new Viewer("", location));
  }
}
