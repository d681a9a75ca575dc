// Count what was published of a round, by the methods that are written here too.

import { CannotCount } from "./exploring.js";
import { countDhondt, countHareNiemeyer, countSainteLague } from "./lists.js";
import { countIrv, countSchulze } from "./one_seat.js";
import { countStar } from "./star.js";
import { countScottish } from "./stv.js";
import { countApproval, countBlock, countCumulative, countLimited, countScore, countSntv } from "./votes.js";

const METHODS = new Map([
  ["block", countBlock],
  ["limited", countLimited],
  ["sntv", countSntv],
  ["approval", countApproval],
  ["cumulative", countCumulative],
  ["score", countScore],
  ["star", countStar],
  ["stv-scottish", countScottish],
  ["irv", countIrv],
  ["schulze", countSchulze],
  ["hare-niemeyer", countHareNiemeyer],
  ["sainte-lague", countSainteLague],
  ["dhondt", countDhondt],
]);
const KINDS = { ranked: ["stv-scottish", "irv", "schulze"], points: ["star"] };

export function countRound(round) {
  const about = round.the("election");
  const count = METHODS.get(about.method);
  const contest = contestOf(round);
  const terms = termsOf(round);
  if (!count) throw new CannotCount("method");
  if (terms.quotas) throw new CannotCount("quotas");
  if (about.method === "cumulative" && contest.lists.length) throw new CannotCount("lists");
  const needed = Object.keys(KINDS).find((kind) => KINDS[kind].includes(about.method));
  if (needed ? about.kind !== needed : about.kind === "ranked") throw new Error("wrong_kind_of_paper");
  if (new Set(contest.candidates).size < contest.candidates.length) throw new Error("same_name_twice");
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
    lists: lists.map((list) => ({ name: list.id, members: list.members })),
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
    quotas: !about.advance && (about.quotas ?? []).length > 0,
    lot: lots.length ? lots.at(-1).order : [],
    votesEach: about.votes_each ?? null,
    perCandidate: about.votes_per_candidate ?? null,
    ownLimit: about.own_limit ?? null,
    highest: about.highest_score ?? null,
  };
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
    complete: true,
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
