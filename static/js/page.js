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
document.querySelector("[data-focus]")?.focus();
