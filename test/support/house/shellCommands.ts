/**
 * What is wrong with the commands of a README's `sh` block: each is npm's own or a script of package.json, and
 * every flag after `--` stands somewhere in `flags`, the text of the examples.
 */
export function shellViolations(
  code: string,
  scripts: Readonly<Record<string, string>>,
  flags: string,
): string[] {
  const lines = code.replace(/\\\n/g, " ").split("\n");
  return lines
    .map((line) => line.replace(/(?:^|\s)#.*$/, "").trim())
    .filter((line) => line !== "")
    .flatMap((line) =>
      line.split(/\s*(?:&&|\|)\s*/).flatMap((command) => commandViolations(command, scripts, flags)),
    );
}

function commandViolations(
  command: string,
  scripts: Readonly<Record<string, string>>,
  flags: string,
): string[] {
  if (/^(?:npm ci|npm (?:install|i) loyalty-ladder|cat \S+)$/.test(command)) return [];
  const words = command.split(/\s+/);
  const script =
    words[1] === "run" ? words.find((word, index) => index > 1 && !word.startsWith("-")) : words[1];
  if (words[0] !== "npm" || script === undefined || !(script in scripts))
    return [`no such command: ${command}`];
  const given = words.includes("--") ? words.slice(words.indexOf("--") + 1) : [];
  return given
    .filter((word) => word.startsWith("--") && !flags.split(/[^\w-]+/).includes(word))
    .map((flag) => `no such flag: ${flag} in ${command}`);
}
