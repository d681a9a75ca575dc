/* Choose lines by clicking on them: the first click begins, the next one ends. */

const form = document.querySelector("[data-line-pick]");
const rows = [...document.querySelectorAll("[data-lines] [data-line]")];
if (form && rows.length) {
  const first = form.elements.namedItem("first");
  const last = form.elements.namedItem("last");
  const show = () => {
    const begin = Number(first.value);
    const end = Number(last.value) || begin;
    form.classList.toggle("picked", begin > 0);
    for (const row of rows) {
      const line = Number(row.dataset.line);
      row.classList.toggle("chosen", begin > 0 && line >= begin && line <= end);
    }
  };
  for (const row of rows) {
    row.addEventListener("click", () => {
      if (String(getSelection())) return;
      const line = Number(row.dataset.line);
      const begun = Number(first.value);
      if (begun && line > begun && !last.value) last.value = line;
      else [first.value, last.value] = [line, ""];
      show();
    });
  }
  form.addEventListener("input", show);
  show();
}
