// Change a part of the page into another one, and keep whatever is the same: what has an
// id stays the same element wherever it goes, so focus, scroll and ticks stay with it.

const OURS = new Set(["tabindex", "open"]); // set by scripts, not by the server

export function morph(from, to, root = from) {
  copyAttributes(from, to);
  const wanted = new Set([...to.children].map((one) => one.id).filter(Boolean));
  let here = from.firstChild;
  for (const next of [...to.childNodes]) {
    while (here?.id && !wanted.has(here.id)) here = dropped(here);
    const same = next.id ? within(root, next.id) : alike(here, next) ? here : null;
    if (!same) {
      from.insertBefore(document.importNode(next, true), here);
      continue;
    }
    if (same === here) here = here.nextSibling;
    else from.insertBefore(same, here);
    if (same.nodeType === Node.ELEMENT_NODE) morph(same, next, root);
    else if (same.data !== next.data) same.data = next.data;
  }
  while (here) here = dropped(here);
}

export function keepingFocus(root, change) {
  const active = document.activeElement;
  const inside = root.contains(active);
  const anchor = inside ? active.closest("[id]") : null;
  const path = anchor && anchor !== active ? pathTo(active) : "";
  change();
  if (!inside || (document.activeElement === active && root.contains(active))) return;
  const kept = anchor && document.getElementById(anchor.id);
  (path ? kept?.querySelector(path) ?? kept : kept)?.focus({ preventScroll: true });
}

function pathTo(element) {
  const name = element.getAttribute("name");
  return element.localName + (name ? `[name="${name}"]` : "");
}

function within(root, id) {
  const found = document.getElementById(id);
  return found && root.contains(found) ? found : null;
}

function alike(here, next) {
  return here && !here.id && here.nodeName === next.nodeName;
}

function dropped(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function copyAttributes(from, to) {
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !OURS.has(name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}
