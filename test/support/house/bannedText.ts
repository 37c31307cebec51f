import type { SourceText } from "./checkout.ts";

/** A text that must not stand in some files. */
interface TextBan {
  readonly name: string;
  readonly pattern: RegExp;
  readonly files: RegExp;
}

const BANS: readonly TextBan[] = [
  {
    name: "word of unfinished work",
    pattern: /TODO|FIXME|XXX|not implemented|placeholder|\bstub/i,
    files: /^(?:src|examples)\/|^README\.md$/,
  },
  {
    name: "path of a machine",
    pattern: /(?:^|[^A-Za-z0-9_.])\/(?:work|farm|tmp|root|home|Users|private)\/|[A-Z]:\\/,
    files: /^(?!package-lock\.json$)/,
  },
  { name: "path beside the checkout", pattern: /\.\.\/shared\b/, files: /^(?:src|examples)\/|^README\.md$/ },
];

const ATTIC = /(?:^|\/)(?:utils?|helpers?|commons?|misc)(?:\/|\.ts$)|(?:^|\/)types\.ts$/;
const REFERENCE_DATA = /cdnow|donations_rf|grocery_trans|apparel_/i;

/** Every line with a banned text. */
export function bannedTextViolations(sources: readonly SourceText[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const bans = BANS.filter((ban) => ban.files.test(path));
    return text
      .split("\n")
      .flatMap((line, index) =>
        bans
          .filter((ban) => ban.pattern.test(line))
          .map((ban) => `${path}:${index + 1}: ${ban.name}: ${line.trim().slice(0, 80)}`),
      );
  });
}

/** Every path that says nothing of the domain, or that holds data which is not ours to ship. */
export function bannedPathViolations(paths: readonly string[]): string[] {
  return paths.filter((path) => ATTIC.test(path) || REFERENCE_DATA.test(path));
}
