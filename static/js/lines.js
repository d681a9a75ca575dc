// Lines of a chapter: an address may name several (#z70-73), Shift chooses them.

const RANGE = /^#z(\d+)(?:-(\d+))?$/;

function mark() {
  for (const line of document.querySelectorAll(".z.marked")) line.classList.remove("marked");
  const named = RANGE.exec(location.hash);
  if (!named || !named[2]) return;
  const ends = [Number(named[1]), Number(named[2])].sort((one, other) => one - other);
  const from = document.getElementById(`z${ends[0]}`);
  if (!from) return;
  for (let number = ends[0]; number <= Math.min(ends[1], ends[0] + 2000); number++) {
    document.getElementById(`z${number}`)?.classList.add("marked");
  }
  from.scrollIntoView({ block: "center" });
}

let last = Number(RANGE.exec(location.hash)?.[1] ?? 0);

document.addEventListener("click", (event) => {
  const number = Number(event.target.closest(".n")?.dataset.n ?? 0);
  if (!number) return;
  if (event.shiftKey && last) {
    event.preventDefault();
    const ends = [last, number].sort((one, other) => one - other);
    location.hash = `#z${ends[0]}-${ends[1]}`;
    return;
  }
  last = number;
});

addEventListener("hashchange", mark);
mark();
