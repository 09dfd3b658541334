package io.clientele.local.postgres;

import io.clientele.local.process.Child;
import io.clientele.local.process.DirectoryTree;
import io.clientele.local.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL for one machine, durable, listening on the loopback address only. */
public final class PostgresServer {

  private static final String SUPERUSER = "postgres";

  private final Path directory;
  private final Path data;
  private final String password;

  /**
   * @param directory where programs and data live
   * @param password the superuser's; it counts when the database is first made
   */
  public PostgresServer(Path directory, String password) {
    this.directory = directory.toAbsolutePath();
    this.data = this.directory.resolve("data");
    this.password = password;
  }

  /** Unpacks the programs and makes the database where they are missing; says how to start it. */
  public List<String> command(int port) throws IOException {
    Files.createDirectories(directory);
    Path programs = PostgresBinaries.unpackedIn(directory).resolve("bin");
    if (!Files.exists(data)) {
      make(programs);
    }
    List<String> command = asAllowedUser(programs.resolve("postgres"));
    command.addAll(List.of("-D", data.toString()));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "port=" + port,
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=32MB",
            "max_connections=60",
            "log_timezone=UTC",
            "timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  /**
   * The process that a killed launcher left behind on this data, if one runs. A leftover lock file
   * whose owner is dead, or whose number belongs to a program that is not on this data, is removed:
   * PostgreSQL itself would refuse to start.
   */
  public Optional<Child> orphan(Path log) throws IOException {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return Optional.empty();
    }
    // Its lines, in order: process id, data directory, start in seconds, port.
    List<String> lines = Files.readAllLines(lock);
    Optional<Child> owner = lines.size() < 4 ? Optional.empty() : owner(lines, log);
    if (owner.isEmpty()) {
      Files.deleteIfExists(lock);
      return owner;
    }
    Optional<String[]> arguments = owner.get().process().flatMap(own -> own.info().arguments());
    if (arguments.isEmpty()) {
      return Optional.empty(); // Whether it is ours cannot be seen: PostgreSQL decides itself.
    }
    List<String> words = Arrays.asList(arguments.get());
    if (words.contains(data.toString()) || words.contains(lines.get(1))) {
      return owner;
    }
    Files.deleteIfExists(lock);
    return Optional.empty();
  }

  private static Optional<Child> owner(List<String> lock, Path log) {
    int port = Integer.parseInt(lock.get(3).strip());
    return ProcessHandle.of(Long.parseLong(lock.get(0).strip()))
        .map(process -> Child.of("postgres", process, port, log))
        .filter(Child::isAlive);
  }

  /** Whether the server at this port takes our password. */
  public boolean answersAt(int port) {
    try (Connection connection = connect(port)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Gives a service its own database and a role that owns that and nothing else. */
  public void provide(int port, String name, String rolePassword) throws SQLException {
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement()) {
      if (!holds(connection, "select 1 from pg_roles where rolname = ?", name)) {
        statement.execute("create role " + statement.enquoteIdentifier(name, true) + " login");
      }
      statement.execute(
          "alter role %s password %s"
              .formatted(
                  statement.enquoteIdentifier(name, true), statement.enquoteLiteral(rolePassword)));
      if (!holds(connection, "select 1 from pg_database where datname = ?", name)) {
        String quoted = statement.enquoteIdentifier(name, true);
        statement.execute("create database " + quoted + " owner " + quoted);
        statement.execute("revoke connect on database " + quoted + " from public");
      }
    }
  }

  private static boolean holds(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private Connection connect(int port) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=2&loginTimeout=2",
        SUPERUSER,
        password);
  }

  private void make(Path programs) throws IOException {
    Path passwordFile =
        Files.createTempFile(
            directory,
            "password",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Path unfinished = directory.resolve("data-unfinished");
    try {
      DirectoryTree.delete(unfinished);
      Files.writeString(passwordFile, password);
      List<String> command = asAllowedUser(programs.resolve("initdb"));
      command.addAll(
          List.of(
              "--pgdata=" + unfinished,
              "--username=" + SUPERUSER,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C"));
      Programs.run(command);
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.delete(passwordFile);
    }
  }

  /** PostgreSQL refuses to run as root, so root runs it in a user namespace, where it is nobody. */
  private static List<String> asAllowedUser(Path program) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      Path unshare =
          Programs.find("unshare")
              .orElseThrow(
                  () ->
                      new IOException(
                          "PostgreSQL does not run as root: install util-linux's unshare,"
                              + " or run as another user"));
      command.addAll(List.of(unshare.toString(), "-U"));
    }
    command.add(program.toString());
    return command;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
