package dev.moim.shared.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moim.shared.kernel.MalformedException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class JsonPropertiesTest {

  @Property
  void readsWhatItWrote(@ForAll("values") Object tree) {
    assertThat(Json.read(Json.write(tree))).isEqualTo(tree);
  }

  @Property
  void writesTextThatSurvivesUtf8(@ForAll("values") Object tree) {
    String json = Json.write(tree);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(json);
  }

  @Tag("slow")
  @Property(tries = 5_000)
  void readsOrRefuses(@ForAll("nonsense") String text) {
    try {
      assertThat(Json.read(Json.write(Json.read(text)))).isEqualTo(Json.read(text));
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(60);
    }
  }

  @Provide
  Arbitrary<Object> values() {
    return Trees.values();
  }

  @Provide
  Arbitrary<String> nonsense() {
    return Trees.nearMisses();
  }
}
