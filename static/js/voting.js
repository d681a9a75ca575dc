// Ballots: what is left to give, told while one chooses; buttons for more and less.
// The server counts again: without this script nothing else happens.

const form = document.querySelector("form.ballot");
const shown = document.querySelector("[data-left-shown]");

function spent() {
  let sum = 0;
  for (const field of form.querySelectorAll("input[name^=o-]")) {
    if (field.type === "checkbox") {
      if (field.checked) sum += Number(field.dataset.cost) || 1;
    } else sum += Number(field.value) || 0;
  }
  return sum;
}

function tell() {
  const left = Number(form.dataset.most) - spent();
  const number = Math.abs(left).toLocaleString(document.documentElement.lang);
  shown.textContent = (left < 0 ? form.dataset.over : form.dataset.left).replace("#", number);
  shown.classList.toggle("over", left < 0);
  for (const more of form.querySelectorAll("[data-step='1']")) more.disabled = left <= 0;
}

function stepper(field) {
  const label = document.querySelector(`label[for="${field.id}"]`).textContent.trim();
  const button = (step, sign, word) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button step";
    made.dataset.step = step;
    made.textContent = sign;
    made.setAttribute("aria-label", `${label}: ${word}`);
    made.addEventListener("click", () => {
      const value = (Number(field.value) || 0) + step;
      field.value = Math.max(0, Math.min(Number(field.max), value)) || "";
      tell();
    });
    return made;
  };
  field.before(button(-1, "−", form.dataset.less));
  field.after(button(1, "+", form.dataset.more));
}

if (form && shown) {
  for (const field of form.querySelectorAll("input[type=number]")) stepper(field);
  form.addEventListener("input", tell);
  tell();
}

// One tap is one vote: a second one on the way would only ask the same again.
for (const each of document.querySelectorAll("form.ballot, form.opinion")) {
  each.addEventListener("submit", (event) => {
    if (each.dataset.sent) event.preventDefault();
    each.dataset.sent = "1";
  });
}
addEventListener("pageshow", () => {
  for (const each of document.querySelectorAll("[data-sent]")) delete each.dataset.sent;
});
