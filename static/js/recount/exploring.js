// Every way a count can go where only a lot decides, as rules/counting/exploring.py has it.

export class CannotCount extends Error {}

const MOST_WAYS = 3000;

export const table = (pairs) => [...pairs].sort((one, other) => (one[0] < other[0] ? -1 : Number(one[0] > other[0])));

export const sameList = (one, other) => one.length === other.length && one.every((name, at) => name === other[at]);

export function explored(method, count, papers, terms) {
  const [asked, first] = runOf(count, [], terms.lot);
  const ways = asked.length && !terms.lot.length ? allWays(count) : [first];
  const [winners, ties] = merged(ways, asked, terms);
  let deputies = shared(ways.map((way) => way.deputies));
  if (terms.lot.length) deputies = deputies.flatMap((group) => byLot(group, terms.lot).map((name) => [name]));
  const level = deputies
    .filter((group) => group.length > 1)
    .map((group) => ({ candidates: group, seats: group.length, over: "deputies", settled: null }));
  return {
    method,
    seats: terms.seats,
    valid: papers.number,
    abstained: papers.abstained,
    spoiled: papers.spoiled,
    winners,
    deputies,
    ties: [...ties, ...level],
    stages: stagesOf(ways),
  };
}

function byLot(names, lot) {
  if (names.length === 1) return names;
  if (names.some((name) => !lot.includes(name))) throw new Error("lot_lacks_names");
  return [...names].sort((one, other) => lot.indexOf(one) - lot.indexOf(other));
}

function runOf(count, script, lot) {
  const asked = [];
  const choose = (tied, elected = []) => {
    const names = [...tied].sort();
    if (names.length === 1) return names[0];
    const answer = lot.length ? byLot(names, lot)[0] : (script[asked.length] ?? names[0]);
    asked.push({ tied: names, answer, elected: [...elected] });
    return answer;
  };
  const run = count(choose);
  return [asked, run];
}

function allWays(count) {
  const ways = [];
  const scripts = [[]];
  while (scripts.length) {
    if (ways.length >= MOST_WAYS) throw new CannotCount("ties");
    const script = scripts.pop();
    const [asked, run] = runOf(count, script, []);
    ways.push(run);
    const answers = asked.map((question) => question.answer);
    for (let step = script.length; step < asked.length; step += 1) {
      for (const other of asked[step].tied) {
        if (other !== asked[step].answer) scripts.push([...answers.slice(0, step), other]);
      }
    }
  }
  return ways;
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

function stagesOf(ways) {
  const committees = new Set(ways.map((way) => JSON.stringify([...way.winners].sort())));
  if (committees.size === 1) return ways[0].stages;
  const found = [];
  for (let at = 0; at < Math.min(...ways.map((way) => way.stages.length)); at += 1) {
    const spelled = ways.map((way) => JSON.stringify(way.stages[at]));
    if (spelled.some((one) => one !== spelled[0])) break;
    found.push(ways[0].stages[at]);
  }
  return found;
}
