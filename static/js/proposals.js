// A draft, of a proposal or a comment, stays on the phone until the server has it; what is
// alike is shown beside it.
// Everything here also works as plain forms.

const QUIET_MS = 700;
const AGAIN_MS = 15_000;
const NAMES = ["title", "text", "language", "field", "shows", "author_name", "request"];
const form = document.querySelector("form[data-draft]");

if (form) keepDraft(form);
document.addEventListener("submit", supportInPlace);

function keepDraft(form) {
  const key = `draft ${form.dataset.draft}`;
  const later = form.querySelector("[data-later-shown]");
  const fields = NAMES.map((name) => form.elements[name]).filter(Boolean);
  let sending = false;

  const read = () => JSON.parse(localStorage.getItem(key) ?? "null");
  const forget = () => localStorage.removeItem(key);
  const remember = (waiting = false) => {
    const draft = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    const photo = Boolean(form.elements.photo?.files?.length);
    if (draft.text || draft.title) localStorage.setItem(key, JSON.stringify({ ...draft, waiting, photo }));
    else forget();
  };
  const restore = (draft) => {
    for (const field of fields) if (draft[field.name] !== undefined) field.value = draft[field.name];
    for (const box of form.querySelectorAll("details")) if (box.querySelector("input:not([type=checkbox])")?.value) box.open = true;
  };
  const tell = (sentence = form.dataset.later) => {
    later.textContent = sentence;
    later.hidden = false;
  };

  const send = async () => {
    if (sending) return;
    sending = true;
    remember(true);
    // Two pages of one browser never send the same draft at once; its key makes it count once.
    const go = () => fetch(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
    const answer = await (navigator.locks ? navigator.locks.request(key, go) : go());
    sending = false;
    if (!answer || answer.status >= 500) return tell();
    if (answer.redirected) {
      forget();
      return leave(answer.url, form.dataset.lands && (await landing(answer, form.dataset.lands)));
    }
    remember();
    show(await answer.text());
  };

  const kept = read();
  if (kept && !form.elements.text.value) restore(kept);
  form.addEventListener("input", () => remember());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  const again = () => {
    if (form.isConnected && read()?.waiting && read().request === form.elements.request.value) send();
  };
  addEventListener("online", again);
  setInterval(again, AGAIN_MS);
  addEventListener("storage", (event) => {
    // another page of this browser has sent it, or writes on
    if (event.key !== key || sending) return;
    if (event.newValue === null && JSON.parse(event.oldValue ?? "{}").request === form.elements.request.value) location.reload();
  });
  addEventListener("pageshow", (event) => {
    // back again, and no draft is kept: what stands here has been sent
    const [way] = performance.getEntriesByType("navigation");
    if (read() || !(event.persisted || way?.type === "back_forward")) return;
    if (event.persisted) location.reload();
    else form.reset();
  });
  if (kept?.photo) {
    // a photo does not outlive the page: people choose it again, nothing goes without it
    remember(false);
    tell(form.dataset.photoAgain);
  } else if (kept?.waiting) again();
  if (form.dataset.alike) showAlike(form);
}

function leave(url, anchor) {
  const page = (address) => address.split("#")[0];
  if (page(url) !== page(location.href)) return location.assign(url);
  if (anchor) location.hash = anchor;
  location.reload();
}

// A script is not told the anchor it is sent to: it is the last of one's own.
async function landing(answer, own) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll(own)].at(-1)?.id;
}

function show(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  document.querySelector("main").replaceWith(document.importNode(page.querySelector("main"), true));
  const form = document.querySelector("form[data-draft]");
  if (form) keepDraft(form);
  document.querySelector("[data-focus]")?.focus();
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
      const typed = new FormData();
      for (const name of ["title", "text", "csrf"]) if (form.elements[name]) typed.append(name, form.elements[name].value);
      const answer = await fetch(form.dataset.alike, { method: "POST", body: typed }).catch(() => null);
      if (answer?.ok && turn === asked) place.innerHTML = await answer.text();
      if (form.elements.field?.value) place.querySelector(".field-hint")?.remove();
    }, QUIET_MS);
  });
  place.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-field]");
    if (!choice) return;
    form.elements.field.value = choice.dataset.field;
    form.elements.field.dispatchEvent(new Event("input", { bubbles: true }));
    choice.closest(".field-hint").remove();
    form.elements.field.focus();
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
