// Finds the group nearest to one's own votes, on this device, from what everybody may
// know: means, axes and the middles of the groups. The same as `own_group` in Python.

import { keptMarks, wipeMarks } from "./own_marks.js";

const LETTERS = "ABCDE";
const box = document.getElementById("own-group");
const part = (name) => box.querySelector(`[data-${name}]`);

export function ownGroup(marks, guide) {
  let seen = 0;
  const place = [0, 0];
  guide.positions.forEach((position, column) => {
    const mark = marks[position];
    if (mark === undefined) return;
    seen += 1;
    const moved = mark - guide.means[column];
    place[0] += moved * guide.axes[column][0];
    place[1] += moved * guide.axes[column][1];
  });
  if (seen < guide.votes_needed) return null;
  const stretch = Math.sqrt(guide.positions.length / seen);
  const distances = guide.centres.map(
    ([x, y]) => (place[0] * stretch - x) ** 2 + (place[1] * stretch - y) ** 2,
  );
  return distances.indexOf(Math.min(...distances));
}

const marks = keptMarks(box.dataset.round);
if (marks) {
  const found = ownGroup(marks, JSON.parse(box.dataset.guide));
  box.hidden = false;
  part("found").hidden = found === null;
  part("few").hidden = found !== null;
  if (found !== null) part("letter").textContent = LETTERS[found];
}

part("wipe").addEventListener("click", () => {
  wipeMarks(box.dataset.round);
  for (const name of ["found", "few"]) part(name).hidden = true;
  part("wipe").hidden = true;
  part("wiped").hidden = false;
});
