// An interpreter for the SQL that policies are written in, with three values of truth: null is neither.

type Value = number | boolean | null;
export type SqlRow = Readonly<Record<string, number | null>>;

/** The values of the columns that a select list makes of a row, by their names. */
export function evaluateSql(selectList: string, row: SqlRow): Readonly<Record<string, Value>> {
  const tokens = selectList.match(/'[^']*'|<=|>=|[(),<>=+]|[\w.-]+/g) ?? [];
  let place = 0;
  const peek = () => tokens[place];
  const take = () => tokens[place++] as string;
  const expect = (token: string) => {
    const taken = take();
    if (taken !== token) throw new Error(`expected ${token}, got ${taken}`);
  };
  const takeWord = (word: string) => {
    if (peek() !== word) return false;
    place += 1;
    return true;
  };

  function disjunction(): Value {
    let value = conjunction();
    while (takeWord("OR")) value = or(value, conjunction());
    return value;
  }
  function conjunction(): Value {
    let value = comparison();
    while (takeWord("AND")) value = and(value, comparison());
    return value;
  }
  function comparison(): Value {
    const left = sum();
    const operator = peek() ?? "";
    if (["<", "<=", ">", ">=", "="].includes(operator)) {
      take();
      return compare(left, operator, sum());
    }
    if (takeWord("IS")) {
      expect("NOT");
      expect("TRUE");
      return left !== true;
    }
    return left;
  }
  function sum(): Value {
    let value = primary();
    while (takeWord("+")) value = add(value, primary());
    return value;
  }
  function primary(): Value {
    const token = take();
    if (token === "(") return closing(disjunction());
    if (token === "TRUE" || token === "FALSE") return token === "TRUE";
    if (token === "CASE") return choice();
    if (token === "CAST") {
      expect("(");
      const value = disjunction();
      expect("AS");
      take();
      return closing(value);
    }
    if (token.startsWith("'")) return Number(token.slice(1, -1));
    return token in row ? (row[token] as number | null) : Number(token);
  }
  function closing(value: Value): Value {
    expect(")");
    return value;
  }
  function choice(): Value {
    let chosen: { readonly value: Value } | undefined;
    while (takeWord("WHEN")) {
      const holds = disjunction();
      expect("THEN");
      const value = sum();
      if (holds === true) chosen ??= { value };
    }
    expect("ELSE");
    const otherwise = sum();
    expect("END");
    return chosen === undefined ? otherwise : chosen.value;
  }

  const columns: Record<string, Value> = {};
  do {
    const value = disjunction();
    expect("AS");
    columns[take()] = value;
  } while (takeWord(","));
  if (place !== tokens.length) throw new Error(`unread: ${tokens.slice(place).join(" ")}`);
  return columns;
}

function or(one: Value, other: Value): Value {
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
}

function and(one: Value, other: Value): Value {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}

function add(one: Value, other: Value): Value {
  return one === null || other === null ? null : Number(one) + Number(other);
}

function compare(left: Value, operator: string, right: Value): Value {
  if (left === null || right === null) return null;
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
      return left === right;
  }
}
