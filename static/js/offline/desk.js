// The door without network, with nothing to switch on: keeps the page and the locked list
// on the device, answers scans while there is no network, and sends them afterwards.

import { admit, doorsNow } from "./admission.js";
import { Screens } from "./answers.js";
import { GuestList, Refused } from "./list.js";
import { possible, readCode } from "./locks.js";
import { Queue } from "./queue.js";
import { leave } from "./store.js";

const TICK_MS = 5000;
const AFTER_CHANGES_MS = 20_000;
const AT_LEAST_MS = 5 * 60_000;
const STYLE = new URL("../../css/offline.css", import.meta.url);
const CACHE = `lip-door-${import.meta.url.match(/\/static\/([^/]+)\//)[1]}`;

export async function keepDoor(acts, live) {
  const keeper = new Keeper(acts, new URL(".", new URL(live, location)));
  await keeper.start();
}

class Keeper {
  #cut = false;
  #gone = false;
  #looking = null;
  #stale = true;
  #looked = 0;

  constructor(acts, door) {
    this.acts = acts;
    this.door = door;
    this.list = new GuestList(door.pathname.split("/").at(-2), this.#path("list"));
    this.queue = new Queue(this.list, this.#path("send"), () => document.querySelector("#scan-form [name=csrf]").value);
  }

  #path(name) {
    return new URL(`offline/${name}`, this.door);
  }

  // ---- What the acts of the page ask ----

  get cutOff() {
    return this.#cut && this.list.ready;
  }

  get unsent() {
    return this.queue.unsent;
  }

  changed() {
    this.#stale = true;
  }

  async answer({ address, fields }) {
    if (!this.list.ready || (await this.list.forgetInTime())) return null;
    this.#off();
    if (address.endsWith("/scan")) return this.#scan(fields);
    if (address.endsWith("/walk-in")) return this.#walkIn(fields);
    return this.#screen("no_network");
  }

  noSearch() {
    const note = document.createElement("p");
    note.textContent = this.screens.word("no_search");
    if (this.list.ready) document.getElementById("search-results").replaceChildren(note);
  }

  // ---- Answers ----

  async #scan(fields) {
    const { about, now } = this.list;
    const doors = doorsNow(about.days, now, about.zone);
    const code = readCode(fields.get("code"));
    const line = code && (await this.list.find(code, doors?.day));
    if (!line) return this.#screen("unknown");
    const arrival = line.noted ?? (line.arrival?.day === doors?.day ? line.arrival : null);
    const asked = { days: about.days, doors, now, onlyOn: line.only_on, arrival, calledOff: about.called_off };
    const decision = admit({ ...asked, cancelled: line.cancelled, waiting: line.waiting });
    if (decision.outcome !== "welcome") return this.#screen(decision.outcome, line, decision);
    const noted = { day: doors.day, since: now, desk: about.desk };
    const act = { request: fields.get("request"), at: Math.round(now), handle: line.handle, seen: noted };
    if (await this.queue.add({ code: fields.get("code") }, act)) return this.#screen("welcome", line);
    return this.#screen("inside", line, { arrival: noted });
  }

  async #walkIn(fields) {
    const { about, now } = this.list;
    const { days, called_off: calledOff } = about;
    const decision = admit({ days, doors: doorsNow(days, now, about.zone), now, calledOff });
    if (decision.outcome !== "welcome") return this.#screen(decision.outcome, {}, decision);
    const said = Object.fromEntries(["given_name", "family_name", "organisation", "language"].map((name) => [name, fields.get(name)]));
    await this.queue.add({ walk_in: true, ...said }, { request: fields.get("request"), at: Math.round(now) });
    const name = `${said.given_name} ${said.family_name}`.trim() || this.screens.word("guest");
    return this.#screen("welcome", { name, hand_out: about.hand_out });
  }

  #screen(outcome, line = {}, { arrival, at, day } = {}) {
    const { screens } = this;
    const since = screens.clock(arrival?.out || arrival?.since || at);
    const list = screens.clock(this.list.about.refreshed);
    const { name = "", number = "", hand_out, notes } = line;
    const said = { name, number, since, list, desk: arrival?.desk ?? "", day: screens.day(day) };
    return screens.answer(outcome, { ...said, ...(outcome === "welcome" ? { hand_out, notes } : {}) });
  }

  // ---- Start ----

  async start() {
    const shell = await this.#shell();
    if (!shell) return void setTimeout(() => this.start(), TICK_MS);
    this.screens = new Screens(shell, undefined);
    this.#dress();
    if (!possible()) return this.#say(window.isSecureContext ? "impossible" : "insecure");
    await this.list.load();
    await this.queue.load();
    this.screens.zone = this.list.about?.zone;
    this.#cut = this.queue.unsent > 0 || !navigator.onLine;
    this.acts.apart = this;
    this.#listen();
    this.page = this.#keepPage();
    if (this.#cut) this.#off();
    await this.look();
  }

  // The page without names; it is fetched once, and the device's own copy serves later.
  async #shell() {
    if (document.body.classList.contains("shell")) return document;
    const answer = await fetch(this.#path("shell")).catch(() => window.caches?.match(this.#path("shell")));
    if (!answer?.ok || answer.redirected) return null;
    this.fresh = answer.clone();
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  #dress() {
    const style = document.createElement("link");
    Object.assign(style, { rel: "stylesheet", href: STYLE });
    document.head.append(style);
    const note = document.querySelector("#trouble p").appendChild(document.createElement("span"));
    note.className = "go-on";
    note.textContent = ` · ${this.screens.word("go_on")}`;
    this.line = document.createElement("p");
    this.line.className = "soft small kept";
    document.getElementById("recent").after(this.line);
    const asked = new URLSearchParams(location.search).get("code");
    if (document.body.classList.contains("shell") && asked) document.getElementById("code").value = asked;
  }

  async #keepPage() {
    navigator.storage?.persist?.();
    await navigator.serviceWorker.register(new URL("../worker.js", this.door));
    const cache = await caches.open(CACHE);
    if (this.fresh) await cache.put(this.#path("shell"), this.fresh);
    await navigator.serviceWorker.ready; // by then it has all files
  }

  #listen() {
    window.addEventListener("offline", () => this.list.ready && this.#off());
    window.addEventListener("online", () => this.look());
    document.addEventListener("visibilitychange", () => document.hidden || this.#tick());
    document.querySelector("[data-sign-out]").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#signOut(event.target);
    });
    setInterval(() => this.#tick(), TICK_MS);
  }

  // ---- To and fro ----

  async #tick() {
    if (this.#gone) return;
    if (await this.list.forgetInTime()) return this.#say("over");
    const age = Date.now() - this.#looked;
    const due = age > AT_LEAST_MS || (this.#stale && age > AFTER_CHANGES_MS);
    if (navigator.onLine && (this.#cut || this.queue.unsent || due)) await this.look();
  }

  // Sends what waits, then brings the list up to date; one at a time.
  look() {
    this.#looking ??= this.#exchange().finally(() => (this.#looking = null));
    return this.#looking;
  }

  async #exchange() {
    if (this.#gone) return;
    try {
      await this.queue.send();
      this.#stale = false;
      this.#looked = Date.now();
      await this.list.refresh({ sent: !this.queue.unsent });
      if (this.#gone) return;
      this.screens.zone = this.list.about.zone;
      this.#on();
      await this.#showConflicts();
    } catch (error) {
      this.#stale = true;
      if (error instanceof Refused) await this.#refused(error.message);
    }
  }

  #off() {
    if (!this.#cut) this.#looked = 0;
    this.#cut = true;
    document.body.toggleAttribute("data-apart", this.list.ready);
    this.acts.connected(false);
  }

  #on() {
    this.#cut = false;
    document.body.removeAttribute("data-apart");
    this.acts.connected(true);
    this.page.then(() => this.#ready());
  }

  #ready() {
    if (this.#gone || !this.list.ready) return;
    this.#say("ready", { guests: this.list.about.guests, list: this.screens.clock(this.list.about.refreshed) });
  }

  #say(word, values) {
    this.line.textContent = this.screens.word(word, values);
    document.body.dataset.kept = word;
  }

  async #showConflicts() {
    const answer = await fetch(this.#path("conflicts"));
    if (!answer.ok) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("conflicts");
    const before = document.getElementById("conflicts");
    const section = document.importNode(found, true);
    if (before?.textContent === section.textContent) return;
    if (before) before.replaceWith(section);
    else document.getElementById("offline").before(section);
    this.#offerConflicts(section.querySelectorAll("li").length);
  }

  #offerConflicts(count) {
    document.getElementById("to-settle")?.remove();
    if (!count) return;
    const link = document.createElement("a");
    Object.assign(link, { id: "to-settle", href: "#list", textContent: this.screens.word("to_settle", { count }) });
    link.addEventListener("click", () => link.remove());
    document.getElementById("camera-state").before(link);
  }

  // ---- The end ----

  async #refused(why) {
    if (why === "form_expired") return location.reload();
    this.#gone = true;
    this.acts.apart = null;
    await this.list.forget();
    document.body.removeAttribute("data-apart");
    const also = this.queue.unsent ? ` ${this.screens.word("still_unsent")}` : "";
    this.acts.onRefused(this.screens.word("withdrawn") + also);
  }

  async #signOut(form) {
    if (this.queue.unsent) await this.look();
    if (this.queue.unsent && !window.confirm(this.screens.word("unsent"))) return;
    this.#gone = true;
    this.acts.apart = null;
    if (this.queue.unsent) {
      const keep = Object.assign(document.createElement("input"), { type: "hidden", name: "keep", value: "1" });
      form.append(keep);
    }
    this.list.leave();
    await leave();
    if (navigator.onLine) form.submit();
    else this.acts.onRefused(this.screens.word("wiped_offline"));
  }
}
