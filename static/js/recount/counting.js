// Count what was published of a round: each method from its own file, loaded when it is needed.

const METHODS = {
  block: async () => (await import("./votes.js")).countBlock,
  limited: async () => (await import("./votes.js")).countLimited,
  sntv: async () => (await import("./votes.js")).countSntv,
  cumulative: async () => (await import("./cumulative.js")).countCumulative,
  approval: async () => (await import("./votes.js")).countApproval,
  "equal-shares": async () => (await import("./shares.js")).countEqualShares,
  phragmen: async () => (await import("./phragmen.js")).countPhragmen,
  score: async () => (await import("./votes.js")).countScore,
  star: async () => (await import("./star.js")).countStar,
  "stv-scottish": async () => (await import("./stv.js")).countScottish,
  "stv-meek": async () => (await import("./meek.js")).countMeek,
  irv: async () => (await import("./one_seat.js")).countIrv,
  schulze: async () => (await import("./one_seat.js")).countSchulze,
  "hare-niemeyer": async () => (await import("./lists.js")).countHareNiemeyer,
  "sainte-lague": async () => (await import("./lists.js")).countSainteLague,
  dhondt: async () => (await import("./lists.js")).countDhondt,
};
const KINDS = { ranked: ["stv-scottish", "stv-meek", "irv", "schulze"], points: ["star"] };

// Null for a method that nobody knows.
export async function countRound(round) {
  const about = round.the("election");
  if (!Object.hasOwn(METHODS, about.method)) return null;
  const contest = contestOf(round);
  const terms = termsOf(round);
  const needed = Object.keys(KINDS).find((kind) => KINDS[kind].includes(about.method));
  if (needed ? about.kind !== needed : about.kind === "ranked") throw new Error("wrong_kind_of_paper");
  if (new Set(contest.candidates).size < contest.candidates.length) throw new Error("same_name_twice");
  const count = await METHODS[about.method]();
  return plain(count(contest, terms));
}

export function papersOf(found) {
  return found.map((one) => {
    if (!Number.isInteger(one.times) || one.times < 1) throw new TypeError("times");
    return { marks: marksOf(one.marks), times: one.times, group: one.group ?? "" };
  });
}

export function marksOf(found) {
  return found.map(([name, number]) => {
    if (typeof name !== "string" || !Number.isInteger(number)) throw new TypeError("marks");
    return [name, number];
  });
}

function contestOf(round) {
  const { candidates: standing, lists = [] } = round.the("candidates");
  const candidates = standing.map((one) => one.id);
  const withdrawn = new Set(standing.filter((one) => one.withdrawn).map((one) => one.id));
  return {
    candidates,
    withdrawn,
    standing: [...new Set(candidates)].filter((name) => !withdrawn.has(name)).sort(),
    attributes: Object.fromEntries(standing.map((one) => [one.id, one.attributes ?? {}])),
    lists: lists.map((list) => ({ name: list.id, members: list.members, single: Boolean(list.single) })),
    ballots: [...round.contents(), ...papersOf(round.the("papers").papers)],
  };
}

function termsOf(round) {
  const about = round.the("election");
  const lots = round.all("lot");
  const seats = about.advance || about.seats;
  if (!Number.isInteger(seats) || seats < 1) throw new Error("no_seats");
  return {
    seats,
    quotas: quotasOf(round, about.advance ? [] : (about.quotas ?? [])),
    lot: lots.length ? lots.at(-1).order : [],
    votesEach: about.votes_each ?? null,
    perCandidate: about.votes_per_candidate ?? null,
    ownLimit: about.own_limit ?? null,
    highest: about.highest_score ?? null,
    completion: about.completion,
  };
}

function quotasOf(round, quotas) {
  const rules = quotas.map((one) => ({
    attribute: String(one.attribute),
    value: String(one.value),
    fewest: one.min ?? 0,
    most: one.max ?? null,
  }));
  if (rules.some(({ fewest, most }) => fewest < 0 || (most !== null && most < fewest))) {
    throw new Error("quota_contradicts_itself");
  }
  const named = round.the("candidates").candidates.map((one) => [one.id, one.attributes ?? {}]);
  return { rules, attributes: Object.fromEntries(named) };
}

// The result as the record has it; exact numbers as text.
function plain(tally) {
  const flat = [];
  for (const group of tally.deputies) {
    if (group.length > 1) break;
    flat.push(...group);
  }
  return {
    method: tally.method,
    seats: tally.seats,
    decided: !tally.ties.some((tie) => tie.over === "seat" && tie.settled === null),
    complete: tally.complete,
    valid: tally.valid,
    abstained: tally.abstained,
    spoiled: Object.fromEntries(tally.spoiled),
    winners: tally.winners,
    deputies: flat,
    deputies_in_groups: tally.deputies,
    ties: tally.ties.map((tie) => ({
      candidates: tie.candidates,
      seats: tie.seats,
      over: tie.over,
      settled_by_lot: tie.settled,
    })),
    stages: tally.stages.map(stagePlain),
  };
}

function stagePlain(stage, at) {
  const texts = (pairs = []) => Object.fromEntries(pairs.map(([name, number]) => [name, String(number)]));
  return {
    stage: at + 1,
    step: stage.step,
    votes: texts(stage.votes),
    elected: stage.elected ?? [],
    excluded: stage.excluded ?? [],
    transferred: stage.transferred ?? [],
    facts: texts(stage.facts),
  };
}
