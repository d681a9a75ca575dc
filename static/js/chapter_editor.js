// Write a chapter: a preview while one types, and saving by itself after five seconds.

const form = document.getElementById("writing");
const status = form.querySelector("[data-status]");
const seen = document.querySelector("[data-seen]");
const version = form.elements.version;
const PREVIEW = 600;
const SAVE = 5000;
let typed = 0;
let saved = 0;
let stopped = false;
let saving = false;
let shown;
let later;

const sent = (address) =>
  fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)) });

async function preview() {
  const before = typed;
  try {
    const answer = await sent(form.dataset.preview);
    if (answer.ok && before === typed) seen.innerHTML = await answer.text();
  } catch {
    // the next key tries again
  }
}

async function save() {
  if (stopped || saving || typed === saved) return;
  saving = true;
  const before = typed;
  try {
    const answer = await sent(form.dataset.autosave);
    const told = await answer.json();
    status.textContent = told.said;
    if (answer.ok) {
      version.value = told.version;
      saved = before;
    } else stopped = answer.status === 409;
  } catch {
    status.textContent = form.dataset.offline;
  }
  saving = false;
  if (typed !== saved) later = setTimeout(save, SAVE);
}

form.addEventListener("input", () => {
  typed++;
  if (!stopped) status.textContent = form.dataset.unsaved;
  clearTimeout(shown);
  shown = setTimeout(preview, PREVIEW);
  clearTimeout(later);
  later = setTimeout(save, SAVE);
});

form.addEventListener("submit", () => {
  clearTimeout(later);
  stopped = true;
  saved = typed;
});

addEventListener("beforeunload", (event) => {
  if (typed !== saved) event.preventDefault();
});
