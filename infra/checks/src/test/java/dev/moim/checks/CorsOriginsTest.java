package dev.moim.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.moim.template.Deployment;
import dev.moim.template.HttpApi;
import dev.moim.template.Template;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose pages may call the HTTP APIs: those a deployment names, however many they are. */
class CorsOriginsTest {

  /** SAM drops what stands beside a list of origins that is an expression, and says nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "functions/rooms/template.yaml",
        "functions/studies/template.yaml",
        "functions/accounts/template.yaml",
        "functions/meetings/template.yaml"
      })
  void whatIsDeployedHasTheListAndAllElse(String path) {
    JsonNode choice =
        Deployed.of(path)
            .ofType("AWS::ApiGatewayV2::Api")
            .get("Api")
            .at("/Body/x-amazon-apigateway-cors/Fn::If");
    assertThat(choice.path(0).asText()).isEqualTo("HasCorsOrigin");
    JsonNode cors = choice.path(1);
    assertThat(cors.path("allowOrigins").has("Fn::Split")).isTrue();
    assertThat(cors.path("allowMethods")).extracting(JsonNode::asText).contains("GET", "POST");
    assertThat(cors.path("allowHeaders")).extracting(JsonNode::asText).contains("authorization");
    assertThat(cors.path("allowCredentials").asBoolean()).isTrue();
    assertThat(cors.path("maxAge").asInt()).isEqualTo(600);
    assertThat(choice.path(2).path("Ref").asText()).isEqualTo("AWS::NoValue");
  }

  @Test
  void everyOriginOfTheListIsAllowedAndNoOther() {
    String two = "https://a.example,https://b.example:8443";
    Template template = template(Map.of("CorsOrigin", two));
    assertThat(template.httpApis())
        .flatExtracting(api -> api.cors().stream().toList())
        .hasSize(5)
        .extracting(HttpApi.Cors::origins)
        .containsOnly(List.of("https://a.example", "https://b.example:8443"));
    assertThat(template.functions())
        .filteredOn(function -> function.environment().containsKey("ALLOWED_ORIGINS"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.environment()).containsEntry("ALLOWED_ORIGINS", two));
  }

  @Test
  void nobodyIsAllowedUnlessNamed() {
    assertThat(template(Map.of("CorsOrigin", "")).httpApis())
        .allSatisfy(api -> assertThat(api.cors()).isEmpty());
    assertThat(template(Map.of()).httpApis())
        .flatExtracting(api -> api.cors().stream().toList())
        .isNotEmpty()
        .noneMatch(cors -> cors.origins().toString().contains("localhost"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | true",
        "https://a.example | true",
        "https://a.example,http://localhost:3000 | true",
        "https://a.example, http://b.example | false",
        "https://a.example, | false",
        "https://a.example/ | false",
        "https://A.example | false",
        "* | false"
      })
  void aDeploymentTakesOnlyOrigins(String value, boolean allowed) {
    JsonNode parameter = Deployed.of("template.yaml").source().at("/Parameters/CorsOrigin");
    assertThat(value.matches(parameter.path("AllowedPattern").asText())).isEqualTo(allowed);
  }

  private static Template template(Map<String, String> parameters) {
    return Template.load(
        Repository.file("template.yaml"), Deployment.local("http://127.0.0.1:1", parameters));
  }
}
