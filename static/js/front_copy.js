// The front of a copy without a server: on to the language that the browser wishes first.

const links = [...document.querySelectorAll("a[hreflang]")];
const wished = navigator.languages
  .map((tag) => links.find((link) => tag.toLowerCase().split("-")[0] === link.hreflang))
  .find(Boolean);
location.replace((wished ?? links[0]).href);
