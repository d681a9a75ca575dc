// Search in a copy of the site that has no server: every word in its forms, on this device.

const form = document.querySelector("form[role=search]");
const field = form.querySelector("input[type=search]");
const said = form.dataset;
const source = document.querySelector("script[data-index]").dataset.index;
const wish = new URLSearchParams(location.search);
const query = (wish.get("q") ?? "").trim().slice(0, 200);

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}])*(?:[*:_/·]-?[iI]n(?:nen)?(?![\p{L}\p{N}]))?/gu;
const BEFORE = ["وال", "بال", "كال", "فال", "ال", "لل"];
const BEHIND = ["innen", "ern", "in", "en", "er", "es", "em", "e", "s", "n", "ات", "ون", "ين", "ية", "ة", "ي"];
const SHORTEST = 4;

if (query) {
  field.value = query;
  show(await answer());
}

async function answer() {
  const index = await (await fetch(source)).json();
  const stems = stemming(index);
  const words = (query.match(WORD) ?? []).slice(0, 12).map(stems).filter((options) => options.length);
  const holds = (text, options) => text.split(" ").some((stem) => options.some((one) => stem.startsWith(one)));
  const hits = words.length ? once(index.pages.filter((page) => words.every((options) => holds(page.stems, options)))) : [];
  const inTitle = (page) => words.some((options) => holds(page.head, options));
  hits.sort((one, other) => inTitle(other) - inTitle(one));
  const wanted = words.flat();
  return { hits, marks: (word) => stems(word).some((stem) => wanted.some((one) => stem.startsWith(one))) };
}

// Each page once: in the reader's language if it holds the words.
function once(pages) {
  const found = new Map();
  for (const page of pages) if (!found.has(page.file) || page.lang === document.documentElement.lang) found.set(page.file, page);
  return [...found.values()];
}

// A word that stands somewhere has the stem it was given there; of others the endings fall away.
function stemming({ pages, forms }) {
  const known = new Map(Object.entries(forms));
  const there = new Set(pages.flatMap((page) => page.stems.split(" ")));
  return (typed) => {
    const word = spelt(typed);
    if (known.has(word)) return known.get(word).split(" ");
    return there.has(word) || !word ? [word].filter(Boolean) : [...shorter(word)];
  };
}

function spelt(word) {
  const joined = word.replace(/[*:_/·]-?(?=[iI]n)/gu, "").replace(/(?<=[a-zäöüß])In(?=nen|$)/u, "in");
  const plain = joined.toLowerCase().replaceAll("ß", "ss").replaceAll("ı", "i").normalize("NFKD");
  return plain.replace(/[^\p{L}\p{N}]|ـ/gu, "");
}

function shorter(word) {
  const before = BEFORE.find((one) => word.startsWith(one) && word.length - one.length >= SHORTEST - 1) ?? "";
  const found = new Set([word, word.slice(before.length)]);
  for (const one of found) {
    const ending = BEHIND.find((end) => one.endsWith(end) && one.length - end.length >= SHORTEST);
    if (ending) found.add(one.slice(0, -ending.length));
  }
  return found;
}

function show({ hits, marks }) {
  const kinds = JSON.parse(said.kinds);
  const chosen = kinds[wish.get("kind")] ? wish.get("kind") : "";
  const shown = hits.filter((page) => !chosen || page.kind === chosen);
  const status = element("p", `${said.found}: ${shown.length}`);
  status.setAttribute("role", "status");
  const list = element("ol");
  list.className = "plain search-hits";
  for (const page of shown) list.append(item(page, kinds, marks));
  const parts = [status];
  if (hits.length) parts.push(choices(hits, kinds, chosen), list);
  else parts.push(element("p", said.help));
  form.parentElement.querySelector("form ~ p")?.remove();
  form.after(...parts);
}

function item(page, kinds, marks) {
  const kind = element("p", kinds[page.kind]);
  kind.className = "kicker small";
  const link = element("a");
  link.className = "alone";
  link.href = `../${page.file}`;
  const words = element("span");
  words.append(...marked(page.title, marks));
  link.append(words);
  const title = element("h2");
  title.append(link);
  const text = element("p");
  text.append(...marked(page.text, marks));
  for (const one of [link, text]) {
    if (page.lang) one.lang = page.lang;
    one.dir = "auto";
  }
  const made = element("li");
  made.append(kind, title, text);
  return made;
}

function marked(text, marks) {
  const pieces = [];
  let at = 0;
  for (const found of text.matchAll(WORD)) {
    if (!marks(found[0])) continue;
    pieces.push(text.slice(at, found.index), element("mark", found[0]));
    at = found.index + found[0].length;
  }
  return [...pieces, text.slice(at)];
}

function choices(hits, kinds, chosen) {
  const list = element("ul");
  list.className = "search-kinds";
  for (const kind of ["", ...Object.keys(kinds)]) {
    const many = hits.filter((page) => !kind || page.kind === kind).length;
    if (!many) continue;
    const link = element("a", kind ? kinds[kind] : said.all);
    const count = element("span", many);
    count.className = "soft";
    link.append(" ", count);
    link.href = `?${new URLSearchParams(kind ? { q: query, kind } : { q: query })}`;
    if (kind === chosen) link.setAttribute("aria-current", "true");
    const one = element("li");
    one.append(link);
    list.append(one);
  }
  const nav = element("nav");
  nav.setAttribute("aria-label", said.narrow);
  nav.append(list);
  return nav;
}

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
