import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Commands of Flyway itself, without its own installation: JDBC-URL FOLDER COMMAND [BASELINE]. */
public class Flyways {
  public static void main(String[] args) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(args[0], "postgres", "")
            .locations("filesystem:" + args[1])
            .baselineVersion(args.length > 3 ? args[3] : "1")
            .load();
    switch (args[2]) {
      case "migrate" -> flyway.migrate();
      case "baseline" -> flyway.baseline();
      case "repair" -> flyway.repair();
      case "info" -> {
        for (MigrationInfo each : flyway.info().all())
          System.out.println(each.getVersion() + " " + each.getState());
      }
      default -> throw new IllegalArgumentException(args[2]);
    }
  }
}
