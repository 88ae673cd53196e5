package tapwright.agent.main.console;

/** The program that a command belongs to. */
public interface Program {

  /** Where the commands speak. */
  Console console();

  /** What the commands find around them. */
  Surroundings surroundings();

  /** Name of the class by which a command starts the same program once more. */
  String mainClass();
}
