// A vote that is still open: what has changed is fetched every few seconds, gently.
// The page stays where it is read, and where the keyboard stands.

const place = document.getElementById("result");
const seconds = Number(place.dataset.watch);
let tag = "";

async function look() {
  if (document.hidden) return;
  const headers = { "X-Fragment": "result" };
  if (tag) headers["If-None-Match"] = tag;
  try {
    const answer = await fetch(location.href, { headers, cache: "no-store" });
    if (answer.status === 200) {
      tag = answer.headers.get("ETag") || "";
      show(await answer.text(), answer.headers.get("X-Stage"));
    }
  } catch {
    // without network the last state stays
  }
}

function show(html, stage) {
  const made = document.createElement("template");
  made.innerHTML = html;
  if (made.innerHTML === kept) return;
  kept = made.innerHTML;
  const focused = document.activeElement?.id;
  const open = [...place.querySelectorAll("details[open]")].length > 0;
  place.replaceChildren(made.content);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  if (open) for (const more of place.querySelectorAll("details")) more.open = true;
  if (stage === "closed") clearInterval(timer);
}

let kept = place.innerHTML;
const timer = setInterval(look, seconds * 1000);
document.addEventListener("visibilitychange", look);
