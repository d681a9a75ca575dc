// Write a chapter: a preview while one types, and saving by itself after five seconds.

const form = document.getElementById("writing");
const status = form.querySelector("[data-status]");
const seen = document.querySelector("[data-seen]");
const version = form.elements.version;
const PREVIEW = 600;
const SAVE = 5000;
const PATIENCE = 10_000;
let typed = 0;
let saved = 0;
let stopped = false;
let saving = null;
let shown;
let later;

const sent = (address) =>
  fetch(address, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
    signal: AbortSignal.timeout?.(PATIENCE),
  });

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
  saving = sendWords();
  await saving;
  saving = null;
  if (typed !== saved) later = setTimeout(save, SAVE);
}

async function sendWords() {
  const before = typed;
  try {
    const answer = await sent(form.dataset.autosave);
    const told = await answer.json();
    status.textContent = told.said;
    if (answer.ok) {
      version.value = told.version;
      saved = before;
    } else if (answer.status === 409) stopped = true;
  } catch {
    status.textContent = form.dataset.offline;
  }
}

form.addEventListener("input", () => {
  typed++;
  if (!stopped) status.textContent = form.dataset.unsaved;
  clearTimeout(shown);
  shown = setTimeout(preview, PREVIEW);
  clearTimeout(later);
  later = setTimeout(save, SAVE);
});

// What is being saved by itself has its number first: nobody clashes with herself.
form.addEventListener("submit", async (event) => {
  clearTimeout(later);
  stopped = true;
  saved = typed;
  if (!saving) return;
  event.preventDefault();
  await saving;
  saved = typed;
  form.requestSubmit(event.submitter);
});

addEventListener("beforeunload", (event) => {
  if (typed !== saved) event.preventDefault();
});
