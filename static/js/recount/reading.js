// Read JSON strictly, and write it in the one spelling whose digest names it (RFC 8785).

export class Unreadable extends Error {}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?![\d.eE])/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const DEEPEST = 200;

// Every key once, whole numbers only: what Python reads must be what we read.
export function readStrictly(text) {
  let at = 0;
  const taken = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found && found[0];
  };
  const next = () => {
    taken(SPACE);
    return text[at];
  };
  const want = (sign) => {
    if (next() !== sign) throw new Unreadable(`${sign} ${at}`);
    at += 1;
  };
  const word = (spelled, value) => {
    if (!text.startsWith(spelled, at)) throw new Unreadable(`${at}`);
    at += spelled.length;
    return value;
  };
  const whole = () => {
    const found = taken(NUMBER);
    if (found === null || !Number.isSafeInteger(Number(found))) throw new Unreadable(`${at}`);
    return Number(found) + 0;
  };
  const string = () => {
    const found = taken(TEXT);
    if (found === null) throw new Unreadable(`${at}`);
    return JSON.parse(found);
  };
  const several = (end, one) => {
    at += 1;
    if (next() === end) return void (at += 1);
    for (;;) {
      one();
      if (next() !== ",") return want(end);
      at += 1;
    }
  };
  const value = (deep) => {
    if (deep > DEEPEST) throw new Unreadable("deep");
    const sign = next();
    if (sign === "{") return object(deep);
    if (sign === "[") return list(deep);
    if (sign === '"') return string();
    if (sign === "t") return word("true", true);
    if (sign === "f") return word("false", false);
    if (sign === "n") return word("null", null);
    return whole();
  };
  const object = (deep) => {
    const found = Object.create(null);
    several("}", () => {
      next();
      const key = string();
      if (key in found) throw new Unreadable(key);
      want(":");
      found[key] = value(deep + 1);
    });
    return found;
  };
  const list = (deep) => {
    const found = [];
    several("]", () => found.push(value(deep + 1)));
    return found;
  };
  const read = value(0);
  if (next() !== undefined) throw new Unreadable(`${at}`);
  return read;
}

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const pairs = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${pairs.join(",")}}`;
  }
  return JSON.stringify(value);
}
