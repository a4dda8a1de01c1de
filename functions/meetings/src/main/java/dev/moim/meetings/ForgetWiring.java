package dev.moim.meetings;

import dev.moim.meetings.closing.EndMeeting;
import dev.moim.meetings.closing.GiveUpMeetings;
import dev.moim.meetings.closing.Roster;
import dev.moim.meetings.dynamodb.DynamoAuthorship;
import dev.moim.meetings.dynamodb.DynamoMeetings;
import dev.moim.meetings.dynamodb.DynamoParticipations;
import dev.moim.meetings.dynamodb.MeetingsTables;
import dev.moim.meetings.dynamodb.StreamSuccessors;
import dev.moim.meetings.forget.ForgetPerson;
import dev.moim.meetings.forget.Successors;
import dev.moim.meetings.meeting.Meetings;
import dev.moim.meetings.meeting.Thumbnails;
import dev.moim.meetings.participation.Participations;
import dev.moim.meetings.participation.QuitMeetings;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.uploads.PictureStore;
import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts together what forgets people whose accounts are deleted. */
public final class ForgetWiring {

  private final Deployment deployment;
  private final MeetingsTables tables;
  private final Supplier<PictureStore> pictures;

  public ForgetWiring(Deployment deployment) {
    this(deployment, new Lazy<>(() -> MeetingsWiring.pictures(deployment.settings())));
  }

  /**
   * @param pictures where pictures of meetings are kept
   */
  public ForgetWiring(Deployment deployment, Supplier<PictureStore> pictures) {
    this.deployment = deployment;
    this.tables = MeetingsTables.of(deployment.settings());
    this.pictures = pictures;
  }

  public Successors successors() {
    return new StreamSuccessors(deployment.dynamo(), tables);
  }

  public ForgetPerson forgetPerson() {
    DynamoDbClient dynamo = deployment.dynamo();
    Clock clock = deployment.clock();
    Meetings meetings = new DynamoMeetings(dynamo, tables);
    Participations participations = new DynamoParticipations(dynamo, tables);
    Groups groups = new DynamoGroups(dynamo, tables.groups());
    EndMeeting endMeeting = new EndMeeting(meetings, new Roster(participations), clock);
    GiveUpMeetings giveUp =
        new GiveUpMeetings(
            meetings,
            endMeeting,
            new DynamoAuthorship(dynamo, tables),
            new Thumbnails(pictures),
            clock);
    return new ForgetPerson(new QuitMeetings(participations, clock), giveUp, groups);
  }
}
