import { describe, expect, test } from "vitest";
import { numberText, percentText, statedPercentText } from "../../../examples/report/numberText.ts";
import { bar, textTable } from "../../../examples/report/textTable.ts";

const EN = { group: ",", decimal: "." };
const VI = { group: ".", decimal: "," };

describe("textTable", () => {
  test("makes columns as wide as their widest cell, and no space at the end of a line", () => {
    const columns = [
      { title: "name", align: "left" },
      { title: "n", align: "right" },
      { title: "", align: "left" },
    ] as const;
    expect(
      textTable(columns, [
        ["ann", "1,234", "##"],
        ["a longer one", "5"],
      ]),
    ).toEqual(["name              n", "ann           1,234  ##", "a longer one      5"]);
  });

  test("counts a Vietnamese letter as one, composed or not", () => {
    const columns = [
      { title: "", align: "left" },
      { title: "", align: "left" },
    ] as const;
    const decomposed = "Hội viên".normalize("NFD");
    expect(
      textTable(columns, [
        ["Hội viên", "|"],
        [decomposed, "|"],
      ]).slice(1),
    ).toEqual(["Hội viên  |", `${decomposed}  |`]);
  });
});

describe("bar", () => {
  test.each([
    [1, 1, "████"],
    [1, 2, "██"],
    [3, 8, "█▌"],
    [1, 1_000, "▏"],
    [0, 5, ""],
    [0, 0, ""],
  ])("%d of %d", (part, whole, expected) => expect(bar(part, whole, 4)).toBe(expected));
});

describe("numbers", () => {
  test("have their digits in threes, exactly", () => {
    expect(numberText("-1234567.50", EN)).toBe("-1,234,567.50");
    expect(numberText("9007199254740991", VI)).toBe("9.007.199.254.740.991");
    expect(numberText("12.05", VI)).toBe("12,05");
    expect(numberText(999, EN)).toBe("999");
    expect(numberText(1.5, VI)).toBe("1,5");
  });

  test("are left alone where they are no plain number", () => {
    expect(numberText("2026-06-30", EN)).toBe("2026-06-30");
    expect(numberText(1e21, EN)).toBe("1e+21");
  });

  test("are percentages", () => {
    expect(percentText(1 / 3, EN)).toBe("33.3%");
    expect(percentText(1, VI)).toBe("100,0%");
    expect(statedPercentText(0.07, EN)).toBe("7%");
    expect(statedPercentText(0.125, VI)).toBe("12,5%");
  });
});
