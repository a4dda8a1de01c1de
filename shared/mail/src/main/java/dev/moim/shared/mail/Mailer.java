package dev.moim.shared.mail;

/** Sends mail from the deployment's own address. */
public interface Mailer {

  /**
   * Returns when the mail is on its way, which does not mean that it arrives.
   *
   * @throws MailException if it cannot be sent
   */
  void send(Message message);
}
