package dev.moim.accounts;

import dev.moim.accounts.argon2.Argon2Passwords;
import dev.moim.accounts.dynamodb.CodeKeys;
import dev.moim.accounts.dynamodb.DynamoAccounts;
import dev.moim.accounts.dynamodb.DynamoChats;
import dev.moim.accounts.dynamodb.DynamoDepartures;
import dev.moim.accounts.dynamodb.DynamoDoings;
import dev.moim.accounts.dynamodb.DynamoLimits;
import dev.moim.accounts.dynamodb.DynamoLogins;
import dev.moim.accounts.dynamodb.DynamoPasswordLinks;
import dev.moim.accounts.dynamodb.DynamoProfiles;
import dev.moim.accounts.dynamodb.DynamoSessions;
import dev.moim.accounts.dynamodb.DynamoSignUps;
import dev.moim.accounts.export.Chats;
import dev.moim.accounts.export.Doings;
import dev.moim.accounts.leave.DeleteAccount;
import dev.moim.accounts.letter.Language;
import dev.moim.accounts.letter.Letters;
import dev.moim.accounts.login.AccessTokens;
import dev.moim.accounts.login.LogIn;
import dev.moim.accounts.login.LogOut;
import dev.moim.accounts.login.OpenSession;
import dev.moim.accounts.login.Reissue;
import dev.moim.accounts.password.ChangePassword;
import dev.moim.accounts.password.SendPasswordLink;
import dev.moim.accounts.person.Accounts;
import dev.moim.accounts.person.Email;
import dev.moim.accounts.person.Password;
import dev.moim.accounts.person.Passwords;
import dev.moim.accounts.profile.CreateProfile;
import dev.moim.accounts.profile.KeptPictures;
import dev.moim.accounts.profile.KnownCaller;
import dev.moim.accounts.profile.OfferUpload;
import dev.moim.accounts.profile.UpdateSelf;
import dev.moim.accounts.signup.SignUp;
import dev.moim.accounts.signup.SignUps;
import dev.moim.accounts.signup.VerificationCode;
import dev.moim.accounts.signup.VerifyEmail;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.groups.Groups;
import dev.moim.shared.groups.dynamodb.DynamoGroups;
import dev.moim.shared.kernel.Rehearsal;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.people.PersonIds;
import dev.moim.shared.people.jwt.Callers;
import dev.moim.shared.people.jwt.UserTokens;
import dev.moim.shared.people.jwt.UserTokens.Bearer;
import dev.moim.shared.uploads.PictureStore;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Puts the family together: which class stands behind each port, built once per function instance.
 */
public final class AccountsWiring {

  private static final long NOBODY = 0;
  private static final Password NO_PASSWORD = new Password("-");

  private final Deployment deployment;
  private final Clock clock;
  private final String table;
  private final Passwords passwords;
  private final OutsideWiring outside;
  private final UserTokens tokens;

  public AccountsWiring(Deployment deployment) {
    this(deployment, new Argon2Passwords(Argon2Passwords.COST), OutsideWiring.of(deployment));
  }

  /**
   * @param passwords how they are hashed, which takes most of the time that some functions run
   * @param outside what else they talk to
   */
  public AccountsWiring(Deployment deployment, Passwords passwords, OutsideWiring outside) {
    this.deployment = deployment;
    this.passwords = passwords;
    this.outside = outside;
    clock = deployment.clock();
    table = deployment.settings().require("ACCOUNTS_TABLE");
    tokens = new UserTokens(deployment.tokenSecret(), clock);
  }

  public Settings settings() {
    return deployment.settings();
  }

  public Callers callers() {
    return new Callers(tokens);
  }

  public Accounts accounts() {
    return new DynamoAccounts(dynamo(), table);
  }

  public KnownCaller knownCaller() {
    return new KnownCaller(accounts());
  }

  public VerifyEmail verifyEmail() {
    return new VerifyEmail(signUps(), DynamoLimits.of(deployment));
  }

  /**
   * @param language of the mail
   */
  public SignUp signUp(Language language) {
    return new SignUp(signUps(), passwords, new PersonIds(clock), letters().codes(language));
  }

  private SignUps signUps() {
    CodeKeys codes = new CodeKeys(deployment.tokenSecret());
    return new DynamoSignUps(dynamo(), table, codes, DynamoLimits.of(deployment), clock);
  }

  /**
   * @param language of the mail
   */
  public SendPasswordLink sendPasswordLink(Language language) {
    var links = new DynamoPasswordLinks(dynamo(), table, clock);
    var limits = DynamoLimits.of(deployment);
    return new SendPasswordLink(links, limits, letters().links(language), clock);
  }

  private Letters letters() {
    return new Letters(outside.mailer().get(), settings().find("PASSWORD_PAGE").orElse(""));
  }

  public LogIn logIn() {
    return new LogIn(new DynamoLogins(dynamo(), table, clock), passwords, openSession());
  }

  private OpenSession openSession() {
    return new OpenSession(sessions(), accessTokens(), clock);
  }

  /** Logging in elsewhere. */
  public SocialWiring social() {
    return new SocialWiring(deployment, outside.kakao(), openSession());
  }

  public Reissue reissue() {
    return new Reissue(accounts(), sessions(), accessTokens(), deployment.tokenSecret(), clock);
  }

  public LogOut logOut() {
    return new LogOut(sessions());
  }

  public ChangePassword changePassword() {
    return new ChangePassword(new DynamoPasswordLinks(dynamo(), table, clock), passwords);
  }

  public DeleteAccount deleteAccount() {
    return new DeleteAccount(
        new DynamoDepartures(dynamo(), table, clock), keptPictures(), outside.kakao());
  }

  public CreateProfile createProfile() {
    return new CreateProfile(new DynamoProfiles(dynamo(), table, clock), keptPictures());
  }

  public UpdateSelf updateSelf() {
    return new UpdateSelf(new DynamoProfiles(dynamo(), table, clock), keptPictures());
  }

  /** Studies as far as the export needs them. */
  public Groups groups() {
    return new DynamoGroups(dynamo(), settings().require("GROUPS_TABLE"));
  }

  /** Meetings and calls, likewise. */
  public Doings doings() {
    String meetings = settings().require("MEETINGS_TABLE");
    String calls = settings().require("STUDY_CALLS_TABLE");
    return new DynamoDoings(dynamo(), new DynamoDoings.Tables(meetings, calls));
  }

  /** Chat rooms, likewise. */
  public Chats chats() {
    return new DynamoChats(dynamo(), settings().require("CHATS_TABLE"));
  }

  public OfferUpload offerUpload() {
    return new OfferUpload(DynamoLimits.of(deployment), keptPictures());
  }

  private KeptPictures keptPictures() {
    return new KeptPictures(pictures(), outside.uploads());
  }

  public PictureStore pictures() {
    return outside.pictures().get();
  }

  public Clock clock() {
    return clock;
  }

  private DynamoSessions sessions() {
    return new DynamoSessions(dynamo(), table);
  }

  private AccessTokens accessTokens() {
    return (account, session) ->
        tokens.access(
            Bearer.of(Long.toString(account.id())).named(account.names().nickname().text()),
            session);
  }

  private DynamoDbClient dynamo() {
    return deployment.dynamo();
  }

  /** Loads what the first request would, by looking for an account that is not there. */
  public void prime() {
    accounts().find(NOBODY);
  }

  /** As {@link #prime}, and what comes after the limit, at which rehearsed requests end. */
  public void primeVerification() {
    prime();
    Rehearsal.run(() -> signUps().verify(new VerificationCode("000000"), "-"));
  }

  /** As {@link #prime}, in the way of the function that ends logins and may do nothing else. */
  public void primeLogOut() {
    sessions().close(NOBODY, "-");
  }

  /** As {@link #prime}, and hashes a password. */
  public void primeHashing() {
    prime();
    passwords.pretend(NO_PASSWORD);
  }

  /** Hashes a password, in the way of the function that writes and reads nothing. */
  public void primeSignUp() {
    primeLogOut();
    passwords.pretend(NO_PASSWORD);
  }

  /** As {@link #primeHashing}, in the way of a login. */
  public void primeLogIn() {
    new DynamoLogins(dynamo(), table, clock).find(new Email("-"), "-");
    passwords.pretend(NO_PASSWORD);
  }
}
