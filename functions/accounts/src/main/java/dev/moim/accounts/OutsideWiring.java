package dev.moim.accounts;

import dev.moim.accounts.kakao.KakaoRest;
import dev.moim.accounts.kakao.KakaoSettings;
import dev.moim.accounts.social.Kakao;
import dev.moim.accounts.social.NoKakao;
import dev.moim.shared.aws.AwsClients;
import dev.moim.shared.aws.Deployment;
import dev.moim.shared.kernel.DomainException;
import dev.moim.shared.kernel.Lazy;
import dev.moim.shared.kernel.ServiceError;
import dev.moim.shared.kernel.Settings;
import dev.moim.shared.mail.Mailer;
import dev.moim.shared.mail.ses.SesMailer;
import dev.moim.shared.uploads.DirectUploads;
import dev.moim.shared.uploads.PictureStore;
import dev.moim.shared.uploads.s3.Bucket;
import dev.moim.shared.uploads.s3.S3Pictures;
import dev.moim.shared.uploads.s3.S3Uploads;
import java.util.Optional;
import java.util.function.Supplier;

/** What only some functions of the family talk to, made when it is first asked for. */
public record OutsideWiring(
    Supplier<Mailer> mailer,
    Supplier<PictureStore> pictures,
    Supplier<DirectUploads> uploads,
    Supplier<Kakao> kakao) {

  static OutsideWiring of(Deployment deployment) {
    Settings settings = deployment.settings();
    return new OutsideWiring(
        new Lazy<>(() -> mailer(settings)),
        new Lazy<>(() -> new S3Pictures(bucket(settings), Optional.empty())),
        new Lazy<>(() -> new S3Uploads(bucket(settings), deployment.clock())),
        new Lazy<>(() -> kakao(deployment)));
  }

  /** A deployment may do without. */
  static Kakao kakao(Deployment deployment) {
    var keys = deployment.secrets().find("KAKAO_SECRET", KakaoSettings::read);
    return keys.<Kakao>map(
            it -> new KakaoRest(it, deployment.settings().require("KAKAO_REDIRECT_URI")))
        .orElseGet(NoKakao::new);
  }

  /** Without a sender nobody can be mailed, which is said before anything is written. */
  private static Mailer mailer(Settings settings) {
    String from =
        settings
            .find("MAIL_FROM")
            .orElseThrow(() -> new DomainException(ServiceError.SERVICE_UNAVAILABLE));
    return new SesMailer(new AwsClients(settings), from);
  }

  private static Bucket bucket(Settings settings) {
    return Bucket.of(new AwsClients(settings), settings.require("PICTURES_BUCKET"));
  }
}
