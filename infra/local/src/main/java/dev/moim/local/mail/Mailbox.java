package dev.moim.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All mail that was sent on this machine, the newest first; as {@code .eml} files if kept. */
public final class Mailbox {

  private static final String ENDING = ".eml";

  private final Optional<Path> folder;
  private final List<Mail> mails = new ArrayList<>();

  /**
   * @param folder made if need be; without one, mail is forgotten with this object
   */
  public Mailbox(Optional<Path> folder) {
    this.folder = folder;
    folder.ifPresent(this::load);
  }

  synchronized void keep(Mail mail) {
    folder.ifPresent(it -> write(it.resolve(mail.id() + ENDING), mail));
    mails.addFirst(mail);
  }

  /**
   * @param to everybody's if empty
   */
  synchronized List<Mail> list(Optional<String> to) {
    return mails.stream().filter(mail -> to.isEmpty() || mail.isTo(to.get())).toList();
  }

  private void load(Path from) {
    try {
      Files.createDirectories(from);
      try (Stream<Path> files = Files.list(from)) {
        files
            .filter(file -> file.toString().endsWith(ENDING))
            .sorted()
            .forEach(file -> read(file).ifPresent(mails::addFirst));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the mail of earlier runs", e);
    }
  }

  private static Optional<Mail> read(Path file) {
    try {
      String id = file.getFileName().toString().replace(ENDING, "");
      return Optional.of(Eml.read(id, Files.readString(file)));
    } catch (IOException | RuntimeException foreign) {
      return Optional.empty(); // somebody put it there
    }
  }

  private static void write(Path file, Mail mail) {
    try {
      Files.writeString(file, Eml.write(mail));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
