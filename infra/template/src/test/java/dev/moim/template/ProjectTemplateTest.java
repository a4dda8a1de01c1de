package dev.moim.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads the project's own template.yaml with everything it nests. */
class ProjectTemplateTest {

  private static final Template TEMPLATE =
      Template.load(
          Path.of(System.getProperty("moim.root"), "template.yaml"), Deployment.nowhere());

  @Test
  void tablesAreThere() {
    assertThat(TEMPLATE.tables())
        .extracting(Table::name)
        .contains("LicensesTable", "RoomsTable", "ConnectionsTable", "MailboxTable");
  }

  @Test
  void bucketsAreThere() {
    assertThat(TEMPLATE.buckets()).extracting(Bucket::name).containsExactly("picturesbucket");
  }

  @Test
  void everyRouteInvokesADeclaredFunction() {
    assertThat(TEMPLATE.socketApis()).isNotEmpty();
    var functions = TEMPLATE.functions().stream().map(Function::name).toList();
    for (SocketApi api : TEMPLATE.socketApis()) {
      assertThat(api.routes()).containsKeys("$connect", "$disconnect", "$default");
      assertThat(functions)
          .containsAll(api.routes().values().stream().map(SocketApi.Route::function).toList());
    }
  }

  @Test
  void operationsThatAlwaysAnswerAreTwoWay() {
    var routes = TEMPLATE.socketApis().getFirst().routes();
    assertThat(List.of("register", "createVideoRoom", "joinRoom", "chat", "kickOut"))
        .allMatch(key -> routes.get(key).twoWay());
    assertThat(List.of("$default", "sdp", "candidate", "drawing"))
        .noneMatch(key -> routes.get(key).twoWay());
  }

  @Test
  void everyEventSourceReadsADeclaredQueue() {
    var queues = TEMPLATE.queues().stream().map(Queue::name).toList();
    assertThat(TEMPLATE.functions())
        .flatExtracting(Function::events)
        .filteredOn(EventSource.QueueSource.class::isInstance)
        .isNotEmpty()
        .allSatisfy(
            event -> assertThat(queues).contains(((EventSource.QueueSource) event).queue()));
  }
}
