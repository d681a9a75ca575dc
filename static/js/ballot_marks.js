// What stands on a ballot paper on the screen: read it, fill it in, say it in words.

export const SPOILED = [["", 1]];

// Sorted by number on ranked papers: that is how they are read out.
export function marksOn(form) {
  if (form.elements.spoiled.checked) return SPOILED;
  const marks = rowsOf(form).map((row) => [row.dataset.mark, numberIn(row)]);
  const given = marks.filter(([, number]) => number !== null);
  return form.dataset.form === "ranks" ? given.sort((one, other) => one[1] - other[1]) : given;
}

export function fillIn(form, marks) {
  const wanted = new Map(marks);
  form.elements.spoiled.checked = wanted.has("");
  for (const row of rowsOf(form)) setNumber(row, wanted.get(row.dataset.mark));
  offerRanks(form);
}

// The sentence above the button: how many votes, or why the paper is not valid.
export function sentence(form, marks) {
  const [name, values] = judged(form, marks);
  return fill(wordsOf(form)[name], values);
}

export function linesOf(form, marks) {
  const names = new Map(rowsOf(form).map((row) => [row.dataset.mark, `\u2068${row.querySelector("[data-name]").textContent}\u2069`]));
  const words = wordsOf(form);
  return marks
    .filter(([mark]) => names.has(mark))
    .map(([mark, number]) => {
      const kind = form.dataset.form;
      if (kind === "ranks") return `${number}. ${names.get(mark)}`;
      if (kind === "points") return `${names.get(mark)}: ${fill(words.points, { points: number })}`;
      return number > 1 ? `${names.get(mark)} × ${number}` : names.get(mark);
    });
}

// Ranks are chosen from a list, or given in order by the button beside it.
export function prepareRanks(form) {
  const words = wordsOf(form);
  for (const row of rowsOf(form)) {
    const select = row.querySelector("select[data-ranks]");
    if (!select) return;
    select.append(new Option(words.none, ""));
    for (let rank = 1; rank <= Number(select.dataset.ranks); rank += 1) select.append(new Option(fill(words.rank, { rank }), rank));
    row.querySelector("[data-next]").addEventListener("click", () => {
      select.value = select.value ? "" : nextRank(form);
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  offerRanks(form);
}

export function offerRanks(form) {
  const words = wordsOf(form);
  const next = nextRank(form);
  for (const button of form.querySelectorAll("[data-next]")) {
    const ranked = button.closest("[data-row]").querySelector("select").value;
    button.hidden = !ranked && !next;
    button.querySelector("[data-words]").textContent = ranked ? words.off : fill(words.next, { rank: next });
  }
}

function nextRank(form) {
  const selects = [...form.querySelectorAll("select[data-ranks]")];
  const taken = new Set(selects.map((one) => Number(one.value)));
  for (let rank = 1; rank <= selects.length; rank += 1) if (!taken.has(rank)) return rank;
  return "";
}

const rowsOf = (form) => [...form.querySelectorAll("[data-row]")];
const wordsOf = (form) => JSON.parse(form.dataset.words);
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const sum = (marks) => marks.reduce((all, [, number]) => all + number, 0);

function numberIn(row) {
  const select = row.querySelector("select");
  if (select) return Number(select.value) || null;
  const radio = row.querySelector("[type=radio]:checked");
  if (radio) return Number(radio.value);
  return row.querySelectorAll("[type=checkbox]:checked").length || null;
}

function setNumber(row, number) {
  const select = row.querySelector("select");
  if (select) select.value = number ?? (select.dataset.ranks ? "" : "0");
  for (const radio of row.querySelectorAll("[type=radio]")) radio.checked = Number(radio.value) === number;
  row.querySelectorAll("[type=checkbox]").forEach((box, at) => (box.checked = at < (number ?? 0)));
}

function judged(form, marks) {
  const { form: kind, votes } = form.dataset;
  if (marks === SPOILED) return ["spoiled", {}];
  if (!marks.length) return ["empty", {}];
  if (kind === "ranks") return judgedRanks(form, marks);
  const given = kind === "points" ? marks.length : sum(marks);
  if (given > votes) return [isHealed(form, marks) ? "healed" : "many", { given, votes }];
  const [own, limit] = ownVotes(form, marks);
  return own > limit ? ["own", { own, limit }] : ["right", { given, votes }];
}

function judgedRanks(form, marks) {
  const values = { given: marks.length, votes: form.dataset.votes };
  let before = 0;
  for (const [at, [, rank]] of marks.entries()) {
    const first = at === 0 ? "_first" : "";
    if ("gapsEnd" in form.dataset && rank > before + 1) return [`gap${first}`, { rank: before + 1 }];
    if (!("equalRanks" in form.dataset) && marks[at + 1]?.[1] === rank) return [`twice${first}`, { rank }];
    before = rank;
  }
  return ["right", values];
}

// Votes for one list on top of votes for its own people: only what is too much falls away.
function isHealed(form, marks) {
  const rows = new Map(rowsOf(form).map((row) => [row.dataset.mark, row]));
  const lists = marks.filter(([mark]) => mark.startsWith("l"));
  const people = marks.filter(([mark]) => !mark.startsWith("l"));
  const same = people.every(([mark]) => rows.get(mark).dataset.list === lists[0]?.[0]);
  return lists.length === 1 && people.length > 0 && same && sum(people) <= form.dataset.votes;
}

function ownVotes(form, marks) {
  const { ownLimit, group } = form.dataset;
  if (ownLimit === undefined || !group) return [0, 0];
  const own = new Set(rowsOf(form).filter((row) => row.dataset.association === group).map((row) => row.dataset.mark));
  return [sum(marks.filter(([mark]) => own.has(mark))), Number(ownLimit)];
}
