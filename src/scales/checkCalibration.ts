import { createIssue, type IssuePath } from "../base/issue.ts";
import { addIssue, type IssueList } from "../base/issueList.ts";
import { type Fields, isFields, statedNames } from "../criteria/fields.ts";

const NOTE_NAMES: readonly string[] = ["step", "fact", "top", "amongCount", "threshold"];

/** Checks the notes of an earlier calibration, where there are any. Issues: `invalid_definition`. */
export function checkCalibration(notes: unknown, path: IssuePath, issues: IssueList): void {
  if (notes === undefined) return;
  if (!Array.isArray(notes)) {
    addIssue(issues, createIssue("invalid_definition", path, "a list of calibration notes", notes));
    return;
  }
  for (let index = 0; index < notes.length; index += 1) {
    const note: unknown = notes[index];
    const notePath = [...path, index];
    if (isFields(note)) checkNote(note, notePath, issues);
    else addIssue(issues, createIssue("invalid_definition", notePath, "a calibration note", note));
  }
}

function checkNote(note: Fields, path: IssuePath, issues: IssueList): void {
  const { step, fact, top, amongCount, threshold } = note;
  const expect = (name: string, holds: boolean, expected: string) => {
    if (!holds) addIssue(issues, createIssue("invalid_definition", [...path, name], expected, note[name]));
  };
  for (const name of statedNames(note)) {
    expect(name, NOTE_NAMES.includes(name), `one of ${NOTE_NAMES.join(", ")}`);
  }
  expect("step", typeof step === "string", "the id of a step");
  expect("fact", typeof fact === "string", "the name of a fact");
  expect("top", typeof top === "number" && top > 0 && top <= 1, "a share above 0, at most 1");
  expect("amongCount", Number.isSafeInteger(amongCount) && (amongCount as number) >= 0, "a count");
  expect(
    "threshold",
    threshold === null || typeof threshold === "string" || Number.isFinite(threshold),
    "a threshold or null",
  );
}
