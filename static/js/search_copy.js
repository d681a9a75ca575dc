// Search in a copy of the site that has no server: every word in its forms, on this device.

const form = document.querySelector("form[role=search]");
const field = form.querySelector("input[type=search]");
const source = document.querySelector("script[data-index]").dataset.index;
const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
const ENDINGS = ["innen", "in", "en", "er", "es", "em", "e", "s", "n"];

if (query) {
  field.value = query;
  show(await find(query));
}

async function find(text) {
  const answer = await fetch(source);
  const pages = await answer.json();
  const words = wordsOf(text).map(beginnings);
  const hits = pages.filter((page) => {
    const stems = page.stems.split(" ");
    return words.every((options) => stems.some((stem) => options.some((one) => stem.startsWith(one))));
  });
  const inTitle = (page) => wordsOf(page.title).some((word) => words.flat().some((one) => word.startsWith(one)));
  return hits.sort((a, b) => inTitle(b) - inTitle(a));
}

function wordsOf(text) {
  const joined = text.replace(/[*:_/·]-?(?=[iI]n)/gu, "").replace(/(?<=\p{Ll})In(?=nen|\b)/gu, "in");
  return (joined.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(plain).filter(Boolean);
}

function plain(word) {
  return word.toLowerCase().replaceAll("ß", "ss").replaceAll("ı", "i").normalize("NFKD").replace(/\p{M}|ـ/gu, "");
}

// the stem that the index has is mostly the word without its ending
function beginnings(word) {
  const shorter = ENDINGS.filter((ending) => word.endsWith(ending) && word.length - ending.length >= 4);
  return [word, ...shorter.slice(0, 1).map((ending) => word.slice(0, -ending.length))];
}

function show(pages) {
  const words = form.dataset;
  const kinds = JSON.parse(words.kinds);
  const here = document.documentElement.lang;
  const status = element("p", pages.length ? `${words.found}: ${pages.length}` : words.none);
  status.setAttribute("role", "status");
  const list = element("ol");
  list.className = "plain search-hits";
  for (const page of pages.slice(0, 100)) {
    const item = element("li");
    const kind = element("p", kinds[page.kind]);
    kind.className = "kicker small";
    const link = element("a", page.title);
    link.className = "alone";
    link.href = `../../${here}${page.path}/index.html`;
    const title = element("h2");
    title.append(link);
    const text = element("p", page.text);
    for (const one of [link, text]) {
      one.lang = page.lang;
      one.dir = "auto";
    }
    item.append(kind, title, text);
    list.append(item);
  }
  form.nextElementSibling?.remove();
  form.after(status, list);
}

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
