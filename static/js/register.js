// Shows what is asked only of some, and the consent only to who needs it.

const form = document.querySelector("form.register");
const NO = new Set(["", "0", "no"]);

function valuesOf(name) {
  const named = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
  return [...named]
    .filter((one) => (one.type !== "checkbox" && one.type !== "radio") || one.checked)
    .map((one) => one.value.trim());
}

function isShown(part) {
  const [name, wanted] = JSON.parse(part.dataset.shownIf);
  const field = document.querySelector(`[name="${CSS.escape(name)}"]`);
  if (field?.closest("[data-shown-if][hidden]")) return false;
  const said = valuesOf(name);
  return wanted.length ? said.some((one) => wanted.includes(one)) : said.some((one) => !NO.has(one));
}

function isAnswered(part) {
  if (part.closest("[data-shown-if][hidden]")) return false;
  const fields = part.querySelectorAll("input, select, textarea");
  return [...fields].some((one) =>
    one.type === "checkbox" || one.type === "radio" ? one.checked : !NO.has(one.value.trim()),
  );
}

function look() {
  for (const part of form.querySelectorAll("[data-shown-if]")) part.hidden = !isShown(part);
  for (const person of form.querySelectorAll(".person")) {
    const consent = person.querySelector("[data-consent]");
    if (!consent) continue;
    const sensitive = [...person.querySelectorAll("[data-sensitive]")].some(isAnswered);
    consent.hidden = !sensitive && !consent.classList.contains("wrong");
  }
}

if (form) {
  for (const hint of form.querySelectorAll("[data-only-if]")) hint.hidden = true;
  form.addEventListener("input", look);
  form.addEventListener("change", look);
  window.addEventListener("pageshow", look);
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    else form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => delete form.dataset.sent);
  look();
}
