// Every way a count can go where only a lot decides, as rules/counting/exploring.py has it.

const MOST_WAYS = 600;
const WORK = 4_000_000;

export const table = (pairs) => [...pairs].sort((one, other) => (one[0] < other[0] ? -1 : Number(one[0] > other[0])));

export const sameList = (one, other) => one.length === other.length && one.every((name, at) => name === other[at]);

// A method asks `choose(tied, elected, state, stages)` where the rule leaves several level; ways
// that come to the same `state` go on alike, so only the first of them is followed.
export function explored(method, count, papers, terms) {
  const [asked, first] = runOf(count, [], terms.lot, null);
  const isOpen = asked.length && !terms.lot.length;
  const most = Math.max(24, Math.min(MOST_WAYS, Math.floor(WORK / (1 + papers.valid.length))));
  const ways = isOpen ? allWays(count, most) : { runs: [first], beginnings: [] };
  const about = {
    method,
    seats: terms.seats,
    valid: papers.number,
    abstained: papers.abstained,
    spoiled: papers.spoiled,
  };
  if (!ways) return { ...about, ...stopped(asked[0], first) };
  const [winners, ties] = merged(ways.runs, asked, terms);
  let deputies = shared(ways.runs.map((way) => way.deputies));
  if (terms.lot.length) deputies = deputies.flatMap((group) => byLot(group, terms.lot).map((name) => [name]));
  const level = deputies
    .filter((group) => group.length > 1)
    .map((group) => ({ candidates: group, seats: group.length, over: "deputies", settled: null }));
  return { ...about, complete: true, winners, deputies, ties: [...ties, ...level], stages: stagesOf(ways) };
}

// What is sure before the first tie, where there are too many ways on.
function stopped(question, run) {
  const seats = run.winners.length - question.elected.length;
  const tie = { candidates: question.tied, seats, over: "seat", settled: null };
  return { complete: false, winners: question.elected, deputies: [], ties: [tie], stages: [] };
}

function byLot(names, lot) {
  if (names.length === 1) return names;
  if (names.some((name) => !lot.includes(name))) throw new Error("lot_lacks_names");
  return [...names].sort((one, other) => lot.indexOf(one) - lot.indexOf(other));
}

class Met extends Error {
  constructor(stages) {
    super("met");
    this.stages = [...stages];
  }
}

function runOf(count, script, lot, met) {
  const asked = [];
  const answered = (names, state, stages) => {
    if (lot.length) return byLot(names, lot)[0];
    if (asked.length < script.length) return script[asked.length];
    if (state !== null && met?.has(state)) throw new Met(stages);
    if (state !== null) met?.add(state);
    return names[0];
  };
  const choose = (tied, elected = [], state = null, stages = []) => {
    const names = [...tied].sort();
    if (names.length === 1) return names[0];
    const answer = answered(names, state, stages);
    asked.push({ tied: names, answer, elected: [...elected] });
    return answer;
  };
  try {
    return [asked, count(choose), null];
  } catch (error) {
    if (error instanceof Met) return [asked, null, error.stages];
    throw error;
  }
}

function allWays(count, most) {
  const [runs, beginnings, scripts, met] = [[], [], [[]], new Set()];
  while (scripts.length) {
    if (runs.length + beginnings.length >= most) return null;
    const script = scripts.pop();
    const [asked, run, beginning] = runOf(count, script, [], met);
    if (run) runs.push(run);
    else beginnings.push(beginning);
    scripts.push(...otherAnswers(asked, script.length));
  }
  return { runs, beginnings };
}

function otherAnswers(asked, known) {
  const answers = asked.map((question) => question.answer);
  return asked.slice(known).flatMap(({ tied, answer }, at) => {
    const others = tied.filter((name) => name !== answer);
    return others.map((other) => [...answers.slice(0, known + at), other]);
  });
}

function merged(ways, asked, terms) {
  const first = ways[0].winners;
  const sure = first.filter((name) => ways.every((way) => way.winners.includes(name)));
  const open = new Set(ways.flatMap((way) => way.winners).filter((name) => !sure.includes(name)));
  if (open.size) {
    const seats = Math.max(...ways.map((way) => way.winners.length)) - sure.length;
    return [sure, [{ candidates: [...open].sort(), seats, over: "seat", settled: null }]];
  }
  const over = terms.lot.length ? "seat" : "nothing";
  return [
    sure,
    asked.map((question) => ({
      candidates: question.tied,
      seats: 1,
      over,
      settled: terms.lot.length ? question.answer : null,
    })),
  ];
}

function shared(orders) {
  const found = [];
  for (let at = 0; at < Math.min(...orders.map((order) => order.length)); at += 1) {
    if (!orders.every((order) => sameList(order[at], orders[0][at]))) break;
    found.push([...orders[0][at]].sort());
  }
  return found;
}

function stagesOf({ runs, beginnings }) {
  const committees = new Set(runs.map((way) => JSON.stringify([...way.winners].sort())));
  if (committees.size === 1) return runs[0].stages;
  const spelled = runs.map((way) => way.stages.map((stage) => JSON.stringify(stage)));
  let length = agreed(spelled, Math.min(...spelled.map((stages) => stages.length)));
  for (const beginning of beginnings) {
    const here = beginning.map((stage) => JSON.stringify(stage));
    length = agreed([spelled[0], here], Math.min(length, here.length), length);
  }
  return runs[0].stages.slice(0, length);
}

// How many of the first stages are the same in all; `rest` where none of those differs.
function agreed(spelled, number, rest = number) {
  for (let at = 0; at < number; at += 1) {
    if (spelled.some((stages) => stages[at] !== spelled[0][at])) return at;
  }
  return rest;
}
