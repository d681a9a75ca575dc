// What every page gains from a script: menus that close, copying, printing, focus on errors.

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const copy = event.target.closest("[data-copy]");
  if (copy) copyBeside(copy);
  if (event.target.closest("[data-print]")) window.print();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

async function copyBeside(button) {
  const text = button.parentElement.querySelector("[data-copied]").textContent.trim();
  await navigator.clipboard.writeText(text);
  button.querySelector("span").textContent = button.dataset.done;
}

for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
}
for (const link of document.querySelectorAll("[data-focus] a[href^='#f-']")) nameField(link);
document.querySelector("[data-focus]")?.focus();

// On a long form, what is wrong is easier to find when it says where.
function nameField(link) {
  const field = document.getElementById(link.hash.slice(1));
  const label = field?.closest("fieldset.field")?.querySelector("legend") ?? field?.labels?.[0];
  const name = label?.firstChild?.textContent.trim();
  if (name && !label.closest(".choice")) link.prepend(`${name}: `);
}
