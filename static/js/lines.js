// Lines of a chapter: an address may name several (?z=70-73#z70, #z70-73), Shift chooses them.

const HASH = /^#z(\d+)(?:-(\d+))?$/;
const QUERY = /^\s*(\d+)(?:\s*[-–]\s*(\d+))?\s*$/;

const ordered = (one, other) => (one < other ? [one, other] : [other, one]);
const ends = (found) => ordered(Number(found[1]), Number(found[2] ?? found[1]));

// A hash with two ends counts; one with a single line belongs to the query that begins there.
function named() {
  const hash = HASH.exec(location.hash);
  if (hash?.[2]) return ends(hash);
  const query = QUERY.exec(new URLSearchParams(location.search).get("z") ?? "");
  if (!query) return null;
  return !hash || Number(hash[1]) === ends(query)[0] ? ends(query) : null;
}

function mark() {
  for (const line of document.querySelectorAll(".z.marked")) line.classList.remove("marked");
  const [first, second] = named() ?? [];
  const from = document.getElementById(`z${first}`);
  if (!from) return;
  for (let number = first; number <= Math.min(second, first + 2000); number++) {
    document.getElementById(`z${number}`)?.classList.add("marked");
  }
  if (location.hash) from.scrollIntoView({ block: "center" });
}

let last = Number(HASH.exec(location.hash)?.[1] ?? 0);

document.addEventListener("click", (event) => {
  const number = Number(event.target.closest(".n")?.dataset.n ?? 0);
  if (!number) return;
  if (event.shiftKey && last) {
    event.preventDefault();
    const [first, second] = ordered(last, number);
    history.pushState(null, "", `${location.pathname}?z=${first}-${second}#z${first}`);
    mark();
    return;
  }
  last = number;
});

addEventListener("hashchange", mark);
addEventListener("popstate", mark);
mark();
