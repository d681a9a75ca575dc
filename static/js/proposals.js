// A draft stays on the phone until the server has it; what is alike is shown beside it.
// Everything here also works as plain forms.

const QUIET_MS = 700;
const form = document.querySelector("form[data-draft]");

if (form) keepDraft(form);
document.addEventListener("submit", supportInPlace);

function keepDraft(form) {
  const key = `proposal ${form.dataset.draft}`;
  const names = ["title", "text", "language", "request"];
  const later = form.querySelector("[data-later-shown]");
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  if (kept && !form.elements.text.value) {
    for (const name of names) form.elements[name].value = kept[name] ?? "";
  }

  const remember = (waiting = false) => {
    const draft = Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
    if (draft.text || draft.title) localStorage.setItem(key, JSON.stringify({ ...draft, waiting }));
    else localStorage.removeItem(key);
  };

  const send = async () => {
    remember(true);
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
    if (!answer || answer.status >= 500) {
      later.textContent = form.dataset.later;
      later.hidden = false;
      return;
    }
    if (answer.redirected) {
      localStorage.removeItem(key);
      location.assign(answer.url);
      if (new URL(answer.url).pathname === location.pathname) location.reload();
      return;
    }
    remember();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelector("main").replaceWith(document.importNode(page.querySelector("main"), true));
    const again = document.querySelector("form[data-draft]");
    if (again) keepDraft(again);
    document.querySelector("[data-focus]")?.focus();
  };

  form.addEventListener("input", () => remember());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  window.addEventListener("online", () => {
    if (JSON.parse(localStorage.getItem(key) ?? "{}").waiting) send();
  });
  if (kept?.waiting) send();
  if (form.dataset.alike) showAlike(form);
}

function showAlike(form) {
  const place = document.querySelector("[data-alike-shown]");
  let timer = 0;
  let asked = 0;
  form.addEventListener("input", (event) => {
    if (!["title", "text"].includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const turn = ++asked;
      const answer = await fetch(form.dataset.alike, { method: "POST", body: new FormData(form) }).catch(() => null);
      if (answer?.ok && turn === asked) place.innerHTML = await answer.text();
    }, QUIET_MS);
  });
}

async function supportInPlace(event) {
  const form = event.target.closest("form[data-support]");
  if (!form) return;
  event.preventDefault();
  const answer = await fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    headers: { "X-Fragment": "support" },
  }).catch(() => null);
  if (!answer?.ok) return form.submit();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = document.importNode(page.querySelector("form[data-support]"), true);
  form.replaceWith(next);
  next.querySelector("button").focus();
}
