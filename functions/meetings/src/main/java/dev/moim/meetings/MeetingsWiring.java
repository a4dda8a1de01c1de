package dev.moim.meetings;

import dev.moim.meetings.closing.CompleteMeeting;
import dev.moim.meetings.closing.DeleteMeeting;
import dev.moim.meetings.closing.EndMeeting;
import dev.moim.meetings.closing.ExpireMeetings;
import dev.moim.meetings.closing.Roster;
import dev.moim.meetings.dynamodb.DynamoBindery;
import dev.moim.meetings.dynamodb.DynamoMeetings;
import dev.moim.meetings.dynamodb.DynamoParticipations;
import dev.moim.meetings.dynamodb.DynamoShelves;
import dev.moim.meetings.dynamodb.DynamoVisits;
import dev.moim.meetings.dynamodb.MeetingsTables;
import dev.moim.meetings.http.MeetingForm;
import dev.moim.meetings.http.MeetingView;
import dev.moim.meetings.http.RouteSetup;
import dev.moim.meetings.meeting.Asked;
import dev.moim.meetings.meeting.CreateMeeting;
import dev.moim.meetings.meeting.Meetings;
import dev.moim.meetings.meeting.ReadMeetings;
import dev.moim.meetings.meeting.Thumbnails;
import dev.moim.meetings.meeting.UpdateMeeting;
import dev.moim.meetings.meeting.Visits;
import dev.moim.meetings.participation.Apply;
import dev.moim.meetings.participation.AskedAbout;
import dev.moim.meetings.participation.Decide;
import dev.moim.meetings.participation.ListApplications;
import dev.moim.meetings.participation.ListParticipants;
import dev.moim.meetings.participation.Participations;
import dev.moim.meetings.participation.RemoveMember;
import dev.moim.meetings.participation.Withdraw;
import dev.moim.meetings.search.BindVolumes;
import dev.moim.meetings.search.Catalogue;
import dev.moim.meetings.search.FindMeetings;
import dev.moim.meetings.search.IndexMeeting;
import dev.moim.meetings.search.Shelves;
import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.people.People;
import dev.moim.shared.people.dynamodb.DynamoPeople;
import dev.moim.shared.people.jwt.Callers;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.uploads.PictureStore;
import dev.moim.shared.uploads.s3.Bucket;
import dev.moim.shared.uploads.s3.S3Pictures;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Puts the family together: which class stands behind each port, built once per function instance.
 */
public final class MeetingsWiring {

  private static final long NOBODY = 0;

  private final Deployment deployment;
  private final Clock clock;
  private final MeetingsTables tables;
  private final Supplier<PictureStore> pictures;

  public MeetingsWiring(Deployment deployment) {
    this(deployment, new Lazy<>(() -> pictures(deployment.settings())));
  }

  /**
   * @param pictures where pictures of meetings are kept
   */
  public MeetingsWiring(Deployment deployment, Supplier<PictureStore> pictures) {
    this.deployment = deployment;
    this.clock = deployment.clock();
    this.tables = MeetingsTables.of(deployment.settings());
    this.pictures = pictures;
  }

  static PictureStore pictures(Settings settings) {
    Bucket bucket = Bucket.of(new AwsClients(settings), settings.require("PICTURES_BUCKET"));
    return new S3Pictures(bucket, settings.find("PICTURES_URL").map(URI::create));
  }

  /** For routes that know who asks, and nothing else, before they decide. */
  public RouteSetup greeting() {
    return setup(() -> people().find(NOBODY));
  }

  /** For routes about one meeting. */
  public RouteSetup visiting() {
    return setup(this::primeVisits);
  }

  /** For routes about one application. */
  public RouteSetup visitingApplications() {
    return setup(() -> participations().visit(new AskedAbout(NOBODY, NOBODY)));
  }

  /** For the route that reads one meeting. */
  public RouteSetup reading() {
    return setup(this::primeReading);
  }

  /** For lists and searches. */
  public RouteSetup finding() {
    return setup(this::primeCatalogue);
  }

  private RouteSetup setup(Runnable warmUp) {
    Callers callers = new Callers(new UserTokens(deployment.tokenSecret(), clock));
    return new RouteSetup(callers, new MeetingView(thumbnails()), warmUp);
  }

  public void primeVisits() {
    visits().of(new Asked(NOBODY, NOBODY));
  }

  public void primeReading() {
    meetings().find(NOBODY);
  }

  public void primeCatalogue() {
    shelves().contents();
  }

  public void primeExpiry() {
    meetings().past(clock.instant(), 1);
  }

  public MeetingForm form() {
    return new MeetingForm(clock);
  }

  public CreateMeeting createMeeting() {
    return new CreateMeeting(meetings(), people(), thumbnails(), clock);
  }

  public UpdateMeeting updateMeeting() {
    return new UpdateMeeting(visits(), meetings(), thumbnails(), clock);
  }

  public DeleteMeeting deleteMeeting() {
    return new DeleteMeeting(visits(), endMeeting());
  }

  public CompleteMeeting completeMeeting() {
    return new CompleteMeeting(visits(), meetings(), roster(), clock);
  }

  public ExpireMeetings expireMeetings() {
    return new ExpireMeetings(meetings(), endMeeting(), clock);
  }

  private EndMeeting endMeeting() {
    return new EndMeeting(meetings(), roster(), clock);
  }

  private Roster roster() {
    return new Roster(participations());
  }

  public ReadMeetings readMeetings() {
    return new ReadMeetings(meetings(), people());
  }

  public FindMeetings findMeetings() {
    return new FindMeetings(meetings(), new Catalogue(shelves()), clock);
  }

  public IndexMeeting indexMeeting() {
    return new IndexMeeting(meetings(), shelves());
  }

  public BindVolumes bindVolumes() {
    return new BindVolumes(shelves(), new DynamoBindery(dynamo(), tables, clock), clock);
  }

  public Apply apply() {
    return new Apply(visits(), participations(), clock);
  }

  public Decide decide() {
    return new Decide(participations(), clock);
  }

  public RemoveMember removeMember() {
    return new RemoveMember(participations(), clock);
  }

  public Withdraw withdraw() {
    return new Withdraw(participations(), meetings());
  }

  public ListApplications listApplications() {
    return new ListApplications(participations(), meetings(), people());
  }

  public ListParticipants listParticipants() {
    return new ListParticipants(visits(), participations(), people());
  }

  private Meetings meetings() {
    return new DynamoMeetings(dynamo(), tables);
  }

  private Participations participations() {
    return new DynamoParticipations(dynamo(), tables);
  }

  private Visits visits() {
    return new DynamoVisits(dynamo(), tables);
  }

  private Shelves shelves() {
    return new DynamoShelves(dynamo(), tables);
  }

  private People people() {
    return new DynamoPeople(dynamo(), tables.accounts());
  }

  private Thumbnails thumbnails() {
    return new Thumbnails(pictures);
  }

  private DynamoDbClient dynamo() {
    return deployment.dynamo();
  }
}
