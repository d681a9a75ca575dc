// The big answer, drawn by the device itself from the templates of the shell.

export class Screens {
  constructor(shell, zone) {
    this.shell = shell;
    this.zone = zone;
  }

  word(name, values = {}) {
    const found = this.shell.getElementById("offline-words")?.content.querySelector(`[data-word="${name}"]`);
    return fill(found?.textContent ?? "", values);
  }

  // Fills {name}, {since}, … of a template; lists are repeated, what is empty goes away.
  answer(outcome, { hand_out = [], notes = [], ...values }) {
    const template = this.shell.querySelector(`template[data-answer="${outcome}"]`);
    const section = document.importNode(template.content.querySelector("#answer"), true);
    repeat(section, "{hand_out}", hand_out, ", ");
    repeat(section, "{note}", notes, "; ");
    const words = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) words.currentNode.data = fill(words.currentNode.data, values);
    for (const part of section.querySelectorAll(".answer-number")) if (!values.number) part.remove();
    section.dataset.offline = "";
    return section;
  }

  clock(moment) {
    return moment ? this.#format(moment, { timeStyle: "short" }) : "";
  }

  day(day) {
    return day ? this.#format(Date.parse(`${day}T12:00:00Z`), { dateStyle: "full", timeZone: "UTC" }) : "";
  }

  #format(moment, options) {
    return new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: this.zone, ...options }).format(moment);
  }
}

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
}

function repeat(section, place, things, between) {
  const slot = [...section.querySelectorAll("b")].find((one) => one.textContent === place);
  if (!slot) return;
  if (!things.length) return slot.closest("p").remove();
  const copies = things.map((thing) => {
    const copy = slot.cloneNode(true);
    copy.querySelector("bdi").textContent = thing;
    return copy;
  });
  slot.replaceWith(...copies.flatMap((copy, number) => (number ? [between, copy] : [copy])));
}
