// Keeps the door's page for the time without network. VERSION and FILES stand above.
// Pages are asked of the server first; files never change under their name.

const CACHE = `lip-door-${VERSION}`;
const PATIENCE_MS = 5000;
const LIST = ["lists", "buckets", "seen"];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([dropOld(), forgetInTime(), self.clients.claim()]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/static/") || pathname === "/theme.css") event.respondWith(file(request));
  else if (request.mode === "navigate" && /\/door\/[^/]+\/?$/.test(pathname)) event.respondWith(door(request));
});

async function file(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && request.url.includes(`/static/${VERSION}/`)) {
    const cache = await caches.open(CACHE);
    await cache.put(request, answer.clone());
  }
  return answer;
}

async function door(request) {
  await forgetInTime();
  const answer = await Promise.race([fetch(request).catch(() => null), pause()]);
  if (answer && [401, 403].includes(answer.status)) await forget();
  if (answer && answer.status < 500) return answer;
  const shell = new URL(request.url).pathname.replace(/\/?$/, "/offline/shell");
  const kept = await caches.match(shell, { ignoreVary: true });
  return kept ?? answer ?? fetch(request);
}

function pause() {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
}

async function dropOld() {
  for (const name of await caches.keys()) {
    if (name.startsWith("lip-door-") && name !== CACHE) await caches.delete(name);
  }
}

// ---- The list, which must not outlive the conference or the pass ----

async function forgetInTime() {
  const db = await opened();
  if (!db) return;
  const lists = await answered(db.transaction("lists").objectStore("lists").getAll());
  db.close();
  if (lists.some(({ until, ahead }) => Date.now() + ahead >= until)) await forget();
}

async function forget() {
  const db = await opened();
  if (db) {
    const change = db.transaction(LIST, "readwrite");
    for (const name of LIST) change.objectStore(name).clear();
    await new Promise((resolve) => (change.oncomplete = change.onabort = resolve));
    db.close();
  }
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) {
    if (request.url.endsWith("/offline/shell")) await cache.delete(request);
  }
}

// The database, if there is one; it is the page that makes it.
function opened() {
  return new Promise((resolve) => {
    const request = indexedDB.open("lip-door");
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
}

function answered(request) {
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve([]);
  });
}
